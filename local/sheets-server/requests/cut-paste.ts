import { invalid } from '../api-error.ts';
import { numberOf } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { gridRange, type Range, sheetOf } from '../range.ts';
import { moveRanges } from '../structure/move-ranges.ts';
import { blockMovement } from '../structure/movement.ts';
import { pasteParts } from './paste-parts.ts';
import { clearedRows, takeRows, writeRows } from './range-rows.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';

export const cutPaste = requestKind({
  name: 'cutPaste',
  check(draft, request) {
    const source = gridRange(draft, requireObject(request, 'source'), 'source');
    const coordinate = requireObject(request, 'destination');
    const sheet = sheetOf(draft, coordinate);
    const startRow = numberOf(coordinate.rowIndex) ?? 0;
    const startColumn = numberOf(coordinate.columnIndex) ?? 0;
    const endRow = startRow + source.endRow - source.startRow;
    const endColumn = startColumn + source.endColumn - source.startColumn;
    if (endRow > sheet.state.rowCount || endColumn > sheet.state.columnCount)
      throw invalid('The pasted cells do not fit into the grid.');
    return {
      source,
      destination: { sheet, startRow, endRow, startColumn, endColumn },
      parts: pasteParts(request.pasteType),
    };
  },
  apply(draft, { source, destination, parts }) {
    const height = source.endRow - source.startRow;
    const cells = takeRows(
      source,
      Array.from({ length: height }, (_, row) => source.startRow + row),
    );
    writeRows(source, clearedRows(source, height), parts);
    writeRows(destination, cells, parts);
    if (parts.value === 'entered') follow(draft, source, destination);
    return {};
  },
});

/** What points into the block points to where it is now; its own formulas keep meaning the cells that they meant. */
function follow(draft: Workbook, source: Range, destination: Range): void {
  const { sheet, ...place } = source;
  const movement = blockMovement(
    { sheetId: sheet.id, ...place },
    {
      sheetId: destination.sheet.id,
      rows: destination.startRow - source.startRow,
      columns: destination.startColumn - source.startColumn,
    },
  );
  moveRanges(draft, movement, (own, row, column) => (contains(destination, own, row, column) ? sheet : own));
}

const contains = (range: Range, sheet: Sheet, row: number, column: number) =>
  sheet === range.sheet &&
  row >= range.startRow &&
  row < range.endRow &&
  column >= range.startColumn &&
  column < range.endColumn;
