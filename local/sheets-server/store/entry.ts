import type { Workbook } from '../model/workbook.ts';

/** A workbook as a file on Drive. */
export interface Entry {
  workbook: Workbook;
  /** Goes up by one with each applied write. */
  version: number;
  /** Place in the order of all changes of the server. */
  change: number;
  /** Milliseconds since 1970. */
  readonly createdTime: number;
  modifiedTime: number;
}

export interface Removal {
  readonly fileId: string;
  readonly change: number;
  readonly time: number;
}
