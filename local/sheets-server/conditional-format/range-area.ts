import { type Json, numberOf, objectOf } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';

/** Zero-based, half-open. */
export interface RangeArea {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** A stored `GridRange` on its tab; open ends reach to the end of the grid. */
export function rangeArea(sheet: Sheet, json: Json | undefined): RangeArea {
  const range = objectOf(json);
  const { rowCount, columnCount } = sheet.state;
  return {
    startRow: numberOf(range.startRowIndex) ?? 0,
    endRow: Math.min(numberOf(range.endRowIndex) ?? rowCount, rowCount),
    startColumn: numberOf(range.startColumnIndex) ?? 0,
    endColumn: Math.min(numberOf(range.endColumnIndex) ?? columnCount, columnCount),
  };
}

export const inArea = (area: RangeArea, row: number, column: number): boolean =>
  row >= area.startRow && row < area.endRow && column >= area.startColumn && column < area.endColumn;
