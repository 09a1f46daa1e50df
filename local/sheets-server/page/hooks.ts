import type { SyncStatus } from './wire.ts';

/** What the program around the server does for the page; without it the page shows workbooks and says nothing of reports. */
export interface PageHooks {
  /** How far the reports of a workbook follow its rows; undefined when nobody makes any. */
  status?(spreadsheetId: string): SyncStatus | undefined;
  /** Somebody pressed "Sync now". Returns at once; `status` tells how it goes. */
  onSync?(spreadsheetId: string): void;
}
