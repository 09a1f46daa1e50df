import { invalid } from '../api-error.ts';
import { mergeMasked, updateMask } from '../field-mask.ts';
import { replaceItem } from './collection-item.ts';
import { requestKind } from './request-kind.ts';
import { requireObject, requireString } from './require.ts';
import { checkTable, requireTable, writeHeader } from './table.ts';

export const updateTable = requestKind({
  name: 'updateTable',
  check(draft, request) {
    const given = requireObject(request, 'table');
    const tableId = requireString(given, 'tableId');
    const found = requireTable(draft, tableId);
    const merged = mergeMasked(found.item, { ...given, tableId }, updateMask(request.fields));
    const { range, table } = checkTable(draft, { ...merged, tableId }, found.item);
    if (range.sheet !== found.sheet) throw invalid('A table cannot move to another sheet.');
    return { found, range, table };
  },
  apply(_draft, { found, range, table }) {
    writeHeader(range, table);
    replaceItem(found, 'tables', table);
    return {};
  },
});
