/** One workbook, as far as it matters how long a row takes from being typed to being shown. */
export interface FleetWorkbook {
  readonly id: string;
  /** Number of its service account. */
  readonly account: number;
  /** When rows were typed, by how far they came: in the sheet, in the source tree, in the derived tree. */
  typed: number[];
  read: number[];
  rolledUp: number[];
  /** The sheet reads otherwise than when ingest last looked, if only for what we wrote. */
  isTouched: boolean;
  /** When ingest last looked. */
  lookedAt: number;
  /** What stands on its tabs is as of then. */
  publishedAt: number;
}

/** "There may be work for this workbook", because of an edit or because the calendar says so. */
export interface FleetHint {
  readonly workbook: FleetWorkbook;
  /** Of the last edit that Drive told of. */
  readonly changedAt?: number | undefined;
}

export const newWorkbook = (id: string, account: number, now: number): FleetWorkbook => ({
  id,
  account,
  typed: [],
  read: [],
  rolledUp: [],
  isTouched: false,
  lookedAt: 0,
  publishedAt: now,
});
