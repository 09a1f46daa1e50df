import { invalid } from '../api-error.ts';
import { stringOf } from '../json.ts';
import { gridRange } from '../range.ts';
import { pasteParts } from './paste-parts.ts';
import { takeRows, takeShown, writeRows } from './range-rows.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';

/** A destination that is a multiple of the source is filled; any other gets the source once from its first cell. */
export const copyPaste = requestKind({
  name: 'copyPaste',
  check(draft, request) {
    const source = gridRange(draft, requireObject(request, 'source'), 'source');
    const destination = gridRange(draft, requireObject(request, 'destination'), 'destination');
    const parts = pasteParts(request.pasteType);
    const transpose = stringOf(request.pasteOrientation) === 'TRANSPOSE';
    const height = source.endRow - source.startRow;
    const width = source.endColumn - source.startColumn;
    const [tall, wide] = transpose ? [width, height] : [height, width];
    const rows = destination.endRow - destination.startRow;
    const columns = destination.endColumn - destination.startColumn;
    const down = rows % tall === 0 ? Math.max(1, rows / tall) : 1;
    const across = columns % wide === 0 ? Math.max(1, columns / wide) : 1;
    const { state } = destination.sheet;
    if (
      destination.startRow + down * tall > state.rowCount ||
      destination.startColumn + across * wide > state.columnCount
    )
      throw invalid('The pasted cells do not fit into the grid.');
    return { source, destination, parts, transpose, tall, wide, down, across };
  },
  apply(draft, { source, destination, parts, transpose, tall, wide, down, across }) {
    const rows = Array.from({ length: source.endRow - source.startRow }, (_, row) => source.startRow + row);
    const cells = parts.value === 'shown' ? takeShown(draft, source, rows) : takeRows(source, rows);
    const block = transpose
      ? Array.from({ length: tall }, (_, column) => cells.flatMap((row) => row[column] ?? []))
      : cells;
    for (let y = 0; y < down; y += 1) {
      for (let x = 0; x < across; x += 1) {
        const startRow = destination.startRow + y * tall;
        const startColumn = destination.startColumn + x * wide;
        const moved = { row: startRow - source.startRow, column: startColumn - source.startColumn };
        writeRows({ ...destination, startRow, startColumn }, block, parts, moved);
      }
    }
    return {};
  },
});
