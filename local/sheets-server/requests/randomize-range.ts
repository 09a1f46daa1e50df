import { gridRange } from '../range.ts';
import { takeRows, writeRows } from './range-rows.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';

/** Shuffles the rows of a range; the journal keeps the seed, so that a replay shuffles the same way. */
export const randomizeRange = requestKind({
  name: 'randomizeRange',
  check: (draft, request) => gridRange(draft, requireObject(request, 'range')),
  apply(_draft, range, mint) {
    const rows = Array.from({ length: range.endRow - range.startRow }, (_, offset) => ({
      row: range.startRow + offset,
      place: mint.number(() => false),
    }));
    rows.sort((a, b) => a.place - b.place);
    writeRows(
      range,
      takeRows(
        range,
        rows.map(({ row }) => row),
      ),
    );
    return {};
  },
});
