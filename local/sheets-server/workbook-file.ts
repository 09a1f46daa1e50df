/**
 * The neutral shape of a workbook that importers and generators produce and the local Sheets server loads.
 * It knows nothing of Google's wire format, so that whoever makes one needs no knowledge of it.
 */
export interface WorkbookFile {
  /** A fixed spreadsheet id; the server makes one up when it is absent. */
  id?: string;
  title: string;
  /** As Google writes them: `en_US`, `en_GB`, `de_DE`. */
  locale: string;
  /** An IANA zone, such as `Europe/London`. */
  timeZone: string;
  tabs: TabFile[];
}

export interface TabFile {
  title: string;
  rows: FileCell[][];
  /** Number format by zero-based column index. */
  formats?: Record<number, { type: string; pattern: string }>;
  frozenRows?: number;
  /** Column widths in pixels, from column A on. */
  widths?: number[];
}

/** Dates are serial day numbers in a column whose format has the type DATE. */
export type FileCell = string | number | boolean | null | undefined;
