import { type Area, formatArea, formatOpenArea, parseA1, quoteTitle } from './a1.ts';
import { invalid } from './api-error.ts';
import { type Json, type JsonObject, numberOf, objectOf, stringOf } from './json.ts';
import type { Sheet } from './model/sheet.ts';
import type { Workbook } from './model/workbook.ts';

/** Zero-based, half-open, within the grid of its tab. */
export interface Range {
  readonly sheet: Sheet;
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

const WHOLE: Area = { startRow: 0, endRow: undefined, startColumn: 0, endColumn: undefined };

/** A range of a `values` or `ranges` parameter: A1 text, the name of a range, or the name of a tab. */
export function resolveA1(workbook: Workbook, text: string): Range {
  const parsed = parseA1(text);
  if (parsed === undefined) {
    const behind = namedBehindTab(workbook, text);
    if (behind === undefined) throw unparsable(text);
    return gridRange(workbook, behind);
  }
  if (parsed.title !== undefined) {
    const sheet = workbook.sheetByTitle(parsed.title);
    if (sheet === undefined) throw unparsable(text);
    return withinGrid(sheet, parsed.area ?? WHOLE, text);
  }
  const named = findNamedRange(workbook, text);
  if (named !== undefined) return gridRange(workbook, objectOf(named.range));
  const first = workbook.sheets.find((sheet) => sheet.state.properties.hidden !== true) ?? workbook.sheets[0];
  if (parsed.area !== undefined && first !== undefined) return withinGrid(first, parsed.area, text);
  const sheet = workbook.sheetByTitle(text);
  if (sheet === undefined) throw unparsable(text);
  return withinGrid(sheet, WHOLE, text);
}

/** The range of `'My tab'!name`: the tab before a name is allowed and says nothing. */
function namedBehindTab(workbook: Workbook, text: string): JsonObject | undefined {
  const mark = text.lastIndexOf('!');
  const tab = mark < 0 ? undefined : parseA1(`${text.slice(0, mark)}!A1`)?.title;
  if (tab === undefined || workbook.sheetByTitle(tab) === undefined) return undefined;
  const named = findNamedRange(workbook, text.slice(mark + 1));
  return named === undefined ? undefined : objectOf(named.range);
}

/** Every cell of a tab. */
export const wholeSheet = (sheet: Sheet): Range => ({
  sheet,
  startRow: 0,
  endRow: sheet.state.rowCount,
  startColumn: 0,
  endColumn: sheet.state.columnCount,
});

export const findNamedRange = (workbook: Workbook, name: string): JsonObject | undefined =>
  workbook.state.namedRanges.find((named) => stringOf(named.name)?.toLowerCase() === name.toLowerCase());

/** Google's `GridRange`; open ends reach to the end of the grid, and so do ends past it. A start past it is an error. */
export function gridRange(workbook: Workbook, json: JsonObject, field = 'range'): Range {
  const sheet = sheetOf(workbook, json);
  const { rowCount, columnCount } = sheet.state;
  const startRow = bound(json.startRowIndex, `${field}.startRowIndex`) ?? 0;
  const endRow = bound(json.endRowIndex, `${field}.endRowIndex`);
  const startColumn = bound(json.startColumnIndex, `${field}.startColumnIndex`) ?? 0;
  const endColumn = bound(json.endColumnIndex, `${field}.endColumnIndex`);
  if (endRow !== undefined && endRow < startRow)
    throw invalid(`${field}.endRowIndex[${endRow}] is before ${field}.startRowIndex[${startRow}]`);
  if (endColumn !== undefined && endColumn < startColumn)
    throw invalid(`${field}.endColumnIndex[${endColumn}] is before ${field}.startColumnIndex[${startColumn}]`);
  if (startRow >= rowCount || startColumn >= columnCount)
    throw outsideGrid(sheet, formatOpenArea({ startRow, endRow, startColumn, endColumn }));
  return {
    sheet,
    startRow,
    endRow: Math.min(endRow ?? rowCount, rowCount),
    startColumn,
    endColumn: Math.min(endColumn ?? columnCount, columnCount),
  };
}

/** The tab that `sheetId` names; absent means 0, as in every proto3 message. */
export function sheetOf(workbook: Workbook, json: JsonObject): Sheet {
  const id = numberOf(json.sheetId) ?? 0;
  const sheet = workbook.sheet(id);
  if (sheet === undefined) throw invalid(`No grid with id: ${id}`);
  return sheet;
}

function bound(value: Json | undefined, field: string): number | undefined {
  const index = numberOf(value);
  if (index !== undefined && (!Number.isInteger(index) || index < 0))
    throw invalid(`${field}[${index}] must not be negative`);
  return index;
}

/** Google's `GridCoordinate`: a cell within the grid. */
export function gridCoordinate(
  workbook: Workbook,
  json: JsonObject,
): { readonly sheet: Sheet; readonly row: number; readonly column: number } {
  const sheet = sheetOf(workbook, json);
  const { rowCount, columnCount } = sheet.state;
  const row = bound(json.rowIndex, 'GridCoordinate.rowIndex') ?? 0;
  const column = bound(json.columnIndex, 'GridCoordinate.columnIndex') ?? 0;
  if (row >= rowCount) throw invalid(`GridCoordinate.rowIndex[${row}] is after last row in grid[${rowCount - 1}]`);
  if (column >= columnCount)
    throw invalid(`GridCoordinate.columnIndex[${column}] is after last column in grid[${columnCount - 1}]`);
  return { sheet, row, column };
}

function withinGrid(sheet: Sheet, area: Area, text: string): Range {
  const { rowCount, columnCount } = sheet.state;
  if (area.startRow >= rowCount || area.startColumn >= columnCount) {
    const range = text.includes('!') ? text.slice(text.lastIndexOf('!') + 1) : text;
    throw outsideGrid(sheet, range);
  }
  return {
    sheet,
    startRow: area.startRow,
    endRow: Math.min(area.endRow ?? rowCount, rowCount),
    startColumn: area.startColumn,
    endColumn: Math.min(area.endColumn ?? columnCount, columnCount),
  };
}

export function outsideGrid(sheet: Sheet, range: string) {
  const { rowCount, columnCount } = sheet.state;
  return invalid(
    `Range (${quoteTitle(sheet.title)}!${range}) exceeds grid limits. Max rows: ${rowCount}, max columns: ${columnCount}`,
  );
}

const unparsable = (text: string) => invalid(`Unable to parse range: ${text}`);

/** `'My tab'!A1:B2` */
export const formatRange = (range: Range): string => `${quoteTitle(range.sheet.title)}!${formatArea(range)}`;

/** As Google answers it: sheet 0 is left out, bounds are kept. */
export function gridRangeJson(range: Range): JsonObject {
  const { sheet, ...bounds } = range;
  return {
    ...(sheet.id === 0 ? {} : { sheetId: sheet.id }),
    startRowIndex: bounds.startRow,
    endRowIndex: bounds.endRow,
    startColumnIndex: bounds.startColumn,
    endColumnIndex: bounds.endColumn,
  };
}

/** A `GridRange` as it was sent, without the sheet id 0 that proto3 leaves out of answers. */
export function tidyGridRange(json: JsonObject): JsonObject {
  if (json.sheetId !== 0) return json;
  const { sheetId: _, ...rest } = json;
  return rest;
}
