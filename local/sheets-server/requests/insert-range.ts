import { invalid } from '../api-error.ts';
import { type JsonObject, stringOf } from '../json.ts';
import { gridRange, type Range } from '../range.ts';
import { moveRanges } from '../structure/move-ranges.ts';
import { type Movement, partialMovement } from '../structure/movement.ts';
import { checkCellCount } from '../structure/resize.ts';
import type { Dimension } from './dimension-range.ts';
import { clearedRows, takeRows, writeRows } from './range-rows.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';

/** Cells within the range's columns (or rows) move down (or right); nothing falls off the grid, which grows. */
export const insertRange = requestKind({
  name: 'insertRange',
  check: (draft, request) => ({
    range: gridRange(draft, requireObject(request, 'range')),
    dimension: requireShift(request),
  }),
  apply(draft, { range, dimension }) {
    const { sheet, startRow, endRow, startColumn, endColumn } = range;
    const { state } = sheet;
    const [height, width] = [endRow - startRow, endColumn - startColumn];
    if (dimension === 'ROWS') {
      const moved = takeRows(range, rowsFrom(startRow, sheet.cells.length));
      state.rowCount = Math.max(state.rowCount, startRow + height + moved.length);
      checkCellCount(draft);
      writeRows({ ...range, startRow: endRow }, moved);
    } else {
      const used = Math.max(0, ...rowsFrom(startRow, endRow).map((row) => sheet.cells.width(row)));
      const block = { ...range, endColumn: Math.max(used, startColumn) };
      state.columnCount = Math.max(state.columnCount, block.endColumn + width);
      checkCellCount(draft);
      writeRows({ ...range, startColumn: endColumn }, takeRows(block, rowsFrom(startRow, endRow)));
    }
    writeRows(range, clearedRows(range, height));
    moveRanges(draft, partialShift(range, dimension, 1));
    return {};
  },
});

/** How references follow when the cells of a range come (1) or go (-1). */
export function partialShift(range: Range, dimension: Dimension, sign: 1 | -1): Movement {
  const { startRow, endRow, startColumn, endColumn } = range;
  const sheetId = range.sheet.id;
  return dimension === 'ROWS'
    ? partialMovement({ sheetId, dimension, at: startRow, count: sign * (endRow - startRow) }, startColumn, endColumn)
    : partialMovement(
        { sheetId, dimension, at: startColumn, count: sign * (endColumn - startColumn) },
        startRow,
        endRow,
      );
}

export const rowsFrom = (start: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - start) }, (_, offset) => start + offset);

export function requireShift(request: JsonObject): Dimension {
  const dimension = stringOf(request.shiftDimension);
  if (dimension !== 'ROWS' && dimension !== 'COLUMNS')
    throw invalid('Must specify a shiftDimension of ROWS or COLUMNS.');
  return dimension;
}
