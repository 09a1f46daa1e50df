import { invalid } from '../api-error.ts';
import { type JsonObject, stringOf } from '../json.ts';
import { gridRange } from '../range.ts';
import { checkCellCount } from '../structure/resize.ts';
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
    return {};
  },
});

export const rowsFrom = (start: number, end: number): number[] =>
  Array.from({ length: Math.max(0, end - start) }, (_, offset) => start + offset);

export function requireShift(request: JsonObject): 'ROWS' | 'COLUMNS' {
  const dimension = stringOf(request.shiftDimension);
  if (dimension !== 'ROWS' && dimension !== 'COLUMNS')
    throw invalid('Must specify a shiftDimension of ROWS or COLUMNS.');
  return dimension;
}
