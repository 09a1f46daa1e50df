import { invalid } from '../api-error.ts';
import type { JsonObject } from '../json.ts';
import { moveRanges } from '../structure/move-ranges.ts';
import { blockMovement, dimensionMovement, inTurn, type Movement } from '../structure/movement.ts';
import { type Dimension, dimensionRange } from './dimension-range.ts';
import { rowsFrom } from './insert-range.ts';
import { takeRows, writeRows } from './range-rows.ts';
import { requestKind } from './request-kind.ts';
import { requireNumber, requireObject } from './require.ts';

/** Rows or columns move in front of another; the destination counts before they are taken out. */
export const moveDimension = requestKind({
  name: 'moveDimension',
  check(draft, request) {
    requireObject(request, 'source');
    const range = dimensionRange(draft, request, 'source');
    const to = requireNumber(request, 'destinationIndex');
    const { rowCount, columnCount } = range.sheet.state;
    const count = range.dimension === 'ROWS' ? rowCount : columnCount;
    if (to < 0 || to > count) throw invalid(`destinationIndex[${to}] is after last index in grid[${count}]`);
    if (to > range.start && to < range.end) throw invalid('destinationIndex must not be within the source.');
    return { ...range, to };
  },
  apply(draft, { sheet, dimension, start, end, to }) {
    if (to === start || to === end) return {};
    const [first, last] = [Math.min(start, to), Math.max(end, to)];
    // The indexes of the touched stretch in their new order.
    const moved = rowsFrom(start, end);
    const order = to <= start ? [...moved, ...rowsFrom(to, start)] : [...rowsFrom(end, to), ...moved];
    const { state } = sheet;
    if (dimension === 'ROWS') {
      const range = { sheet, startRow: first, endRow: last, startColumn: 0, endColumn: state.columnCount };
      writeRows(range, takeRows(range, order));
      state.rowMetadata = reordered(state.rowMetadata, first, order);
    } else {
      const range = { sheet, startRow: 0, endRow: sheet.cells.length, startColumn: first, endColumn: last };
      const rows = takeRows(range, rowsFrom(0, sheet.cells.length));
      writeRows(
        range,
        rows.map((row) => order.flatMap((index) => row[index - first] ?? [])),
      );
      state.columnMetadata = reordered(state.columnMetadata, first, order);
    }
    moveRanges(draft, movementOf(sheet.id, dimension, start, end, to));
    return {};
  },
});

/** As if room were made, the block moved there and its old place deleted: a range keeps what stood within it, and takes in what comes. */
function movementOf(sheetId: number, dimension: Dimension, start: number, end: number, to: number): Movement {
  const count = end - start;
  const from = to <= start ? start + count : start;
  const open = { sheetId, startRow: undefined, endRow: undefined, startColumn: undefined, endColumn: undefined };
  const block =
    dimension === 'ROWS'
      ? { ...open, startRow: from, endRow: from + count }
      : { ...open, startColumn: from, endColumn: from + count };
  const [rows, columns] = dimension === 'ROWS' ? [to - from, 0] : [0, to - from];
  return inTurn(
    dimensionMovement({ sheetId, dimension, at: to, count }),
    blockMovement(block, { sheetId, rows, columns }),
    dimensionMovement({ sheetId, dimension, at: from, count: -count }),
  );
}

function reordered(
  metadata: ReadonlyMap<number, JsonObject>,
  first: number,
  order: readonly number[],
): ReadonlyMap<number, JsonObject> {
  const next = new Map(metadata);
  for (const [offset, from] of order.entries()) {
    const properties = metadata.get(from);
    if (properties === undefined) next.delete(first + offset);
    else next.set(first + offset, properties);
  }
  return next;
}
