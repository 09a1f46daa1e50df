import type { Cell, Grid } from '../../lambdas/domain/cells/cell.ts';
import { headerKey } from '../../lambdas/domain/cells/phrase.ts';
import { ACTIVITY_COLUMNS, AT } from '../../lambdas/domain/rows/activity-columns.ts';
import { cellsOf } from '../../lambdas/domain/rows/row-line.ts';
import type { FileCell, TabFile, WorkbookFile } from '../sheets-server/workbook-file.ts';
import type { StoredRepDay, StoredWorkbook } from './stored-workbook.ts';

const DATE = { type: 'DATE', pattern: 'yyyy-mm-dd' };
const DATE_TIME = { type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm:ss' };

/** Columns of Activity that hold dates. */
export const DATE_COLUMNS: readonly number[] = [AT.date, AT.nextStepDate];
/** Columns of the settings tabs that hold dates, by header. */
const DATE_HEADERS = new Set(['Date', 'Start date', 'End date', 'From', 'Period start'].map(headerKey));
/** A header stands among the first rows. */
const HEADER_WITHIN = 10;

/** The input tabs as a workbook to open, to import and to run on. */
export function workbookFileOf({ inputs, repDays }: StoredWorkbook): WorkbookFile {
  const { title, locale, timeZone, tabs } = inputs;
  const settings = Object.entries(tabs).map(([name, grid]): TabFile => settingsTab(name, grid));
  return { title, locale, timeZone, tabs: [activityTab(repDays), ...settings] };
}

export const activityHeaderRow: readonly string[] = ACTIVITY_COLUMNS.map(({ name }) => name);

/** The rows as cells, in order. */
export function* activityRows(repDays: readonly StoredRepDay[]): Generator<Cell[]> {
  for (const { lines } of repDays) for (const line of lines) yield cellsOf(line);
}

function activityTab(repDays: readonly StoredRepDay[]): TabFile {
  const rows: FileCell[][] = [[...activityHeaderRow], ...activityRows(repDays)];
  return { title: 'Activity', rows, frozenRows: 1, formats: formatsOf(rows, DATE_COLUMNS) };
}

function settingsTab(title: string, grid: Grid): TabFile {
  const rows = grid.map((row) => [...row]);
  const dated = rows
    .slice(0, HEADER_WITHIN)
    .flatMap((row) => row.flatMap((cell, at) => (DATE_HEADERS.has(headerKey(String(cell ?? ''))) ? [at] : [])));
  return { title, rows, formats: formatsOf(rows, dated) };
}

/** A column of dates shows times when one of its cells has one. */
export function formatsOf(
  rows: readonly (readonly Cell[])[],
  columns: readonly number[],
): Record<number, { type: string; pattern: string }> {
  const timed = (column: number): boolean =>
    rows.some((row) => typeof row[column] === 'number' && !Number.isInteger(row[column]));
  return Object.fromEntries(columns.map((column) => [column, timed(column) ? DATE_TIME : DATE]));
}
