import { type JsonObject, numberOf, objectOf } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { type Range, wholeSheet } from '../range.ts';

/** Where a piece of developer metadata belongs: the whole spreadsheet, a tab, or one row or column of a tab. */
export interface Location {
  readonly type: 'SPREADSHEET' | 'SHEET' | 'ROW' | 'COLUMN';
  /** Absent for the whole spreadsheet. */
  readonly range: Range | undefined;
}

/** Undefined when its tab is gone. */
export function locationOf(workbook: Workbook, item: JsonObject): Location | undefined {
  const location = objectOf(item.location);
  if (location.spreadsheet === true) return { type: 'SPREADSHEET', range: undefined };
  const dimension = objectOf(location.dimensionRange);
  const sheetId = numberOf(location.sheetId) ?? numberOf(dimension.sheetId) ?? 0;
  const sheet = workbook.sheet(sheetId);
  if (sheet === undefined) return undefined;
  if (location.dimensionRange === undefined) return { type: 'SHEET', range: wholeSheet(sheet) };
  return dimensionLocation(sheet, dimension);
}

function dimensionLocation(sheet: Sheet, { dimension, startIndex, endIndex }: JsonObject): Location {
  const start = numberOf(startIndex) ?? 0;
  const whole = wholeSheet(sheet);
  if (dimension === 'ROWS')
    return { type: 'ROW', range: { ...whole, startRow: start, endRow: numberOf(endIndex) ?? whole.endRow } };
  return { type: 'COLUMN', range: { ...whole, startColumn: start, endColumn: numberOf(endIndex) ?? whole.endColumn } };
}
