import { findHeader, ROWS_LOOKED_AT } from '../cells/columns.ts';
import type { TabRows } from '../cells/tab-rows.ts';
import { ACTIVITY_COLUMNS, CHECK_COLUMN } from './activity-columns.ts';

/** Where the header and the columns of Activity stand, zero-based; -1 = there is no such column. */
export interface ActivityPlaces {
  readonly row: number;
  /** In the order of ACTIVITY_COLUMNS. */
  readonly columns: readonly number[];
  readonly checkColumn: number;
}

/** Where the columns are, or why the tab can't be read. */
export type ActivityHeader = { readonly message: string } | ActivityPlaces;

export function activityHeader(tab: TabRows): ActivityHeader {
  const top = tab.slice(0, Math.min(tab.length, ROWS_LOOKED_AT));
  const header = findHeader('Activity', top, [...ACTIVITY_COLUMNS, CHECK_COLUMN]);
  if ('message' in header) return header;
  return { row: header.row, columns: header.columns.slice(0, -1), checkColumn: header.columns.at(-1) ?? -1 };
}
