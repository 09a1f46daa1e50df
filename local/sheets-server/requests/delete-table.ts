import { gridRange } from '../range.ts';
import { removeItem } from './collection-item.ts';
import { clearedRows, writeRows } from './range-rows.ts';
import { requestKind } from './request-kind.ts';
import { requireObject, requireString } from './require.ts';
import { requireTable } from './table.ts';

/** The table goes with its contents. */
export const deleteTable = requestKind({
  name: 'deleteTable',
  check(draft, request) {
    const found = requireTable(draft, requireString(request, 'tableId'));
    return { found, range: gridRange(draft, requireObject(found.item, 'range')) };
  },
  apply(_draft, { found, range }) {
    writeRows(range, clearedRows(range, range.endRow - range.startRow));
    removeItem(found, 'tables');
    return {};
  },
});
