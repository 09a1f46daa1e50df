import { headerKey } from '../domain/cells/phrase.ts';
import { INPUT_SHEET_IDS, INPUT_TABS } from '../domain/inputs/input-sheet-ids.ts';
import { AT } from '../domain/rows/activity-columns.ts';
import type { ActivityPlaces } from '../domain/rows/activity-header.ts';
import type { ActivityPlace, InputTab } from '../domain/trees/head.ts';
import type { ColumnPlace, WorkbookDescription } from '../ports.ts';

/**
 * The input tabs that are there: by the sheet id that was seen last time, so that a rename costs nothing; else by title,
 * and without such a title by the id that `leadsheet init` gave.
 */
export function locateTabs(
  known: Partial<Record<InputTab, number>>,
  description: WorkbookDescription,
): Partial<Record<InputTab, number>> {
  const there = new Set(description.tabs.map((tab) => tab.sheetId));
  const located: Partial<Record<InputTab, number>> = {};
  for (const name of INPUT_TABS) {
    const id = known[name];
    const byTitle = description.tabs.find((tab) => headerKey(tab.title) === headerKey(name));
    const sheetId = id !== undefined && there.has(id) ? id : (byTitle?.sheetId ?? INPUT_SHEET_IDS[name]);
    if (there.has(sheetId)) located[name] = sheetId;
  }
  return located;
}

/** Where the columns stand that filter views look at. */
export function activityPlace(
  sheetId: number | undefined,
  { row, columns, checkColumn }: ActivityPlaces,
): ActivityPlace | undefined {
  const [date = -1, rep = -1] = [columns[AT.date], columns[AT.rep]];
  if (sheetId === undefined || date < 0) return undefined;
  return { sheetId, row, date, ...(rep >= 0 && { rep }), ...(checkColumn >= 0 && { check: checkColumn }) };
}

/** Where verdicts are written: `column` is that of the header, as it was read after the description. */
export function checkPlace(sheetId: number, column: number, { checkRange, tabs }: WorkbookDescription): ColumnPlace {
  if (!checkRange) return { sheetId, column, range: 'none' };
  if (checkRange.sheetId !== sheetId || checkRange.column !== column) return { sheetId, column, range: 'elsewhere' };
  const rowCount = tabs.find((tab) => tab.sheetId === sheetId)?.rowCount ?? 0;
  const { start, end = rowCount } = checkRange.rows ?? { start: 0 };
  // One that was made for the rows of then ends above those that were added since.
  return { sheetId, column, range: start === 0 && end >= rowCount ? 'there' : 'part' };
}
