import { gridRange } from '../range.ts';
import { moveRanges } from '../structure/move-ranges.ts';
import { partialShift, requireShift, rowsFrom } from './insert-range.ts';
import { clearedRows, takeRows, writeRows } from './range-rows.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';

/** Cells below (or right of) the range move into its place. The grid keeps its size. */
export const deleteRange = requestKind({
  name: 'deleteRange',
  check: (draft, request) => ({
    range: gridRange(draft, requireObject(request, 'range')),
    dimension: requireShift(request),
  }),
  apply(draft, { range, dimension }) {
    const { sheet, startRow, endRow, startColumn, endColumn } = range;
    const [height, width] = [endRow - startRow, endColumn - startColumn];
    if (dimension === 'ROWS') {
      const moved = takeRows(range, rowsFrom(endRow, sheet.cells.length));
      writeRows(range, [...moved, ...clearedRows(range, height)]);
    } else {
      const rows = rowsFrom(startRow, endRow);
      const used = Math.max(endColumn, ...rows.map((row) => sheet.cells.width(row)));
      const moved = takeRows({ ...range, startColumn: endColumn, endColumn: used }, rows);
      const [empty = []] = clearedRows({ ...range, endColumn: startColumn + width }, 1);
      writeRows(
        range,
        moved.map((line) => [...line, ...empty]),
      );
    }
    moveRanges(draft, partialShift(range, dimension, -1));
    return {};
  },
});
