import { invalid } from '../api-error.ts';
import { stringOf, withoutEmpty } from '../json.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';
import { checkTable, findTable, writeHeader } from './table.ts';

export const addTable = requestKind({
  name: 'addTable',
  check(draft, request) {
    const given = withoutEmpty(requireObject(request, 'table'));
    const id = stringOf(given.tableId);
    if (id !== undefined && findTable(draft, (table) => table.tableId === id) !== undefined)
      throw invalid(`Duplicate ID: table with ID ${id} already exists.`);
    return { id, ...checkTable(draft, given) };
  },
  apply(draft, { id, range, table }, mint) {
    const taken = (number: number) => findTable(draft, ({ tableId }) => tableId === String(number)) !== undefined;
    const kept = { ...table, tableId: id ?? String(mint.number(taken)) };
    writeHeader(range, kept);
    range.sheet.replaceList('tables', [...range.sheet.list('tables'), kept]);
    return { addTable: { table: kept } };
  },
});
