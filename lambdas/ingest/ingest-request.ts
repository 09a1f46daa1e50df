import type { AsOf } from '../domain/days/as-of.ts';
import type { LastReadings } from '../domain/rows/last-readings.ts';
import type { RowLine } from '../domain/rows/row-line.ts';
import type { SheetsPort, StorePort } from '../ports.ts';

export interface IngestDeps {
  readonly sheets: SheetsPort;
  readonly store: StorePort;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** Of a warm function; without it every row is read. */
  readonly readings?: LastReadings;
}

export interface IngestRequest {
  readonly workbook: string;
  /** Fixes "today" instead of the clock. */
  readonly asOf?: AsOf;
  /** `true`, or the code that Health shows: the rows that were removed are gone on purpose. */
  readonly acceptRemovals?: boolean | string;
  /** Read and decide, write nothing. */
  readonly dryRun?: boolean;
  /** Return the rows also when nothing changed. */
  readonly withRows?: boolean;
  /** Rows that are kept without the sheet (`Archived before`) and no longer shall be: a person's data is erased. */
  readonly forget?: (line: RowLine) => boolean;
  /** Trust nothing that is stored: write every item again. */
  readonly full?: boolean;
}
