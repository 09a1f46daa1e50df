import { invalid } from '../api-error.ts';
import { arrayOf, isObject, type JsonObject, numberOf, objectOf, stringOf } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { gridRange, gridRangeJson, type Range } from '../range.ts';
import { touches } from './merge-cells.ts';
import { requireObject } from './require.ts';

export interface FoundTable {
  readonly sheet: Sheet;
  readonly item: JsonObject;
}

export function findTable(draft: Workbook, test: (table: JsonObject) => boolean): FoundTable | undefined {
  for (const sheet of draft.sheets) {
    const item = sheet.list('tables').find(test);
    if (item !== undefined) return { sheet, item };
  }
  return undefined;
}

export function requireTable(draft: Workbook, id: string): FoundTable {
  const found = findTable(draft, (table) => table.tableId === id);
  if (found === undefined) throw invalid(`No table with ID: ${id}`);
  return found;
}

/** A table as it is kept: a free name, a range that touches no other table, and one column of properties a column. */
export function checkTable(draft: Workbook, given: JsonObject, own?: JsonObject): { range: Range; table: JsonObject } {
  const range = gridRange(draft, requireObject(given, 'range'), 'table.range');
  const name = stringOf(given.name) ?? freeName(draft);
  const holder = findTable(draft, (table) => stringOf(table.name)?.toLowerCase() === name.toLowerCase());
  if (holder !== undefined && holder.item !== own) throw invalid(`A table with name: ${name} already exists.`);
  for (const other of range.sheet.list('tables'))
    if (other !== own && isObject(other.range) && touches(other.range, range))
      throw invalid('The range overlaps another table.');
  for (const column of arrayOf(given.columnProperties)) checkColumn(objectOf(column));
  return {
    range,
    table: { ...given, name, range: gridRangeJson(range), columnProperties: columnProperties(range, given) },
  };
}

function checkColumn({ columnType, dataValidationRule }: JsonObject): void {
  const listed = objectOf(dataValidationRule).condition !== undefined;
  if (columnType === 'DROPDOWN' && !listed) throw invalid('Condition must be set for dropdown column type.');
  if (columnType !== 'DROPDOWN' && listed) throw invalid('Cannot set condition for non-dropdown column type.');
}

function freeName(draft: Workbook): string {
  for (let number = 1; ; number += 1)
    if (findTable(draft, (table) => table.name === `Table${number}`) === undefined) return `Table${number}`;
}

/** Names that are not given come from the first row. */
function columnProperties({ sheet, startRow, startColumn, endColumn }: Range, given: JsonObject): JsonObject[] {
  const known = new Map(
    arrayOf(given.columnProperties).map((item) => [numberOf(objectOf(item).columnIndex) ?? 0, objectOf(item)]),
  );
  return Array.from({ length: endColumn - startColumn }, (_, index) => {
    const present = known.get(index) ?? {};
    const header = sheet.cells.value(startRow, startColumn + index);
    const columnName = stringOf(present.columnName) ?? (typeof header === 'string' ? header : `Column ${index + 1}`);
    return { ...present, ...(index === 0 ? {} : { columnIndex: index }), columnName };
  });
}

/** A table as it is answered: its columns are named by what stands in its first row. */
export function namedByHeader(sheet: Sheet, table: JsonObject): JsonObject {
  const { startRowIndex, startColumnIndex } = objectOf(table.range);
  const header = (index: number) =>
    sheet.cells.value(numberOf(startRowIndex) ?? 0, (numberOf(startColumnIndex) ?? 0) + index);
  const columnProperties = arrayOf(table.columnProperties).map((column, index) => {
    const name = header(index);
    return typeof name === 'string' ? { ...objectOf(column), columnName: name } : column;
  });
  return { ...table, columnProperties };
}

/** The first row of a table shows the names of its columns. */
export function writeHeader({ sheet, startRow, startColumn }: Range, table: JsonObject): void {
  for (const [index, column] of arrayOf(table.columnProperties).entries())
    sheet.cells.setValue(startRow, startColumn + index, stringOf(objectOf(column).columnName));
}
