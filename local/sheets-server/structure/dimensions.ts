import type { JsonObject } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { moveRanges } from './move-ranges.ts';
import { dimensionMovement } from './movement.ts';

export function insertRows(workbook: Workbook, sheet: Sheet, at: number, count: number): void {
  if (count === 0) return;
  sheet.cells.insertRows(at, count);
  sheet.state.rowCount += count;
  sheet.state.rowMetadata = moved(sheet.state.rowMetadata, at, count);
  moveRanges(workbook, dimensionMovement({ sheetId: sheet.id, dimension: 'ROWS', at, count }));
}

export function deleteRows(workbook: Workbook, sheet: Sheet, at: number, count: number): void {
  sheet.cells.deleteRows(at, count);
  sheet.state.rowCount -= count;
  sheet.state.rowMetadata = moved(sheet.state.rowMetadata, at, -count);
  moveRanges(workbook, dimensionMovement({ sheetId: sheet.id, dimension: 'ROWS', at, count: -count }));
}

export function insertColumns(workbook: Workbook, sheet: Sheet, at: number, count: number): void {
  if (count === 0) return;
  sheet.cells.insertColumns(at, count);
  sheet.state.columnCount += count;
  sheet.state.columnMetadata = moved(sheet.state.columnMetadata, at, count);
  moveRanges(workbook, dimensionMovement({ sheetId: sheet.id, dimension: 'COLUMNS', at, count }));
}

export function deleteColumns(workbook: Workbook, sheet: Sheet, at: number, count: number): void {
  sheet.cells.deleteColumns(at, count);
  sheet.state.columnCount -= count;
  sheet.state.columnMetadata = moved(sheet.state.columnMetadata, at, -count);
  moveRanges(workbook, dimensionMovement({ sheetId: sheet.id, dimension: 'COLUMNS', at, count: -count }));
}

function moved(metadata: ReadonlyMap<number, JsonObject>, at: number, count: number): ReadonlyMap<number, JsonObject> {
  if (metadata.size === 0) return metadata;
  const out = new Map<number, JsonObject>();
  for (const [index, properties] of metadata) {
    if (index < at) out.set(index, properties);
    else if (count > 0 || index >= at - count) out.set(index + count, properties);
  }
  return out;
}
