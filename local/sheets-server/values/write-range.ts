import { formatArea } from '../a1.ts';
import { badField, invalid } from '../api-error.ts';
import { enterText } from '../enter-text.ts';
import { isArray, type Json, type JsonObject } from '../json.ts';
import { LIMITS } from '../limits.ts';
import type { Workbook } from '../model/workbook.ts';
import { formatRange, outsideGrid, type Range } from '../range.ts';
import { coveredByMerge } from '../requests/merge-cells.ts';
import type { MajorDimension, ValueInput } from './options.ts';

export interface Written {
  readonly range: Range;
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
}

/** The `values` of a `ValueRange`, checked for shape: a list of lists of scalars. */
export function readValues(body: JsonObject, field: string): readonly (readonly Json[])[] {
  const values = body.values;
  if (values === undefined || values === null) return [];
  const wrong = (at: string, value: Json) =>
    badField(at, `Invalid value at '${at}' (type.googleapis.com/google.protobuf.ListValue), ${JSON.stringify(value)}`);
  if (!isArray(values)) throw wrong(`${field}.values`, values);
  return values.map((line, index) => {
    if (!isArray(line)) throw wrong(`${field}.values[${index}]`, line);
    return line;
  });
}

/** Writes lines from the range's first cell on. `null` leaves a cell alone, `""` clears it. */
export function writeRange(
  workbook: Workbook,
  range: Range,
  values: readonly (readonly Json[])[],
  dimension: MajorDimension,
  input: ValueInput,
): Written {
  const { sheet } = range;
  const byRow = dimension === 'ROWS';
  const length = Math.max(0, ...values.map((line) => line.length));
  const rows = byRow ? values.length : length;
  const columns = byRow ? length : values.length;
  let cells = 0;
  const singleCell = range.endRow === range.startRow + 1 && range.endColumn === range.startColumn + 1;
  const limit = singleCell ? { endRow: sheet.state.rowCount, endColumn: sheet.state.columnCount } : range;
  const covered = coveredByMerge(sheet);
  for (const [outer, line] of values.entries()) {
    for (const [inner, value] of line.entries()) {
      const row = range.startRow + (byRow ? outer : inner);
      const column = range.startColumn + (byRow ? inner : outer);
      if (row >= limit.endRow || column >= limit.endColumn) throw outside(range, singleCell, row, column);
      if (value === null) continue;
      cells += 1;
      // What a merge covers has no value of its own and takes none.
      if (!covered(row, column)) enter(workbook, sheet, row, column, value, input);
    }
  }
  const endRow = range.startRow + Math.max(rows, 1);
  const endColumn = range.startColumn + Math.max(columns, 1);
  return { range: { ...range, endRow, endColumn }, rows, columns, cells };
}

function enter(
  workbook: Workbook,
  sheet: Range['sheet'],
  row: number,
  column: number,
  value: Json,
  input: ValueInput,
): void {
  if (value === '') sheet.cells.setValue(row, column, undefined);
  else if (typeof value === 'number' || typeof value === 'boolean') sheet.cells.setValue(row, column, value);
  else if (typeof value !== 'string') throw invalid(`Invalid values[${row}][${column}]: ${kindOf(value)}`);
  else if (value.length > LIMITS.charactersPerCell)
    throw invalid('Your input contains more than the maximum of 50000 characters in a single cell.');
  else if (input === 'RAW') sheet.cells.setValue(row, column, value);
  else enterText(workbook, sheet, row, column, value);
}

const kindOf = (value: Json) =>
  isArray(value) ? `list_value ${JSON.stringify(value)}` : `struct_value ${JSON.stringify(value)}`;

function outside(range: Range, singleCell: boolean, row: number, column: number) {
  const { sheet } = range;
  if (singleCell)
    return outsideGrid(
      sheet,
      formatArea({ startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 }),
    );
  const what =
    row >= range.endRow
      ? `row [${row + 1}]`
      : `column [${formatArea({ startRow: 0, endRow: 1, startColumn: column, endColumn: column + 1 }).slice(0, -1)}]`;
  return invalid(`Requested writing within range [${formatRange(range)}], but tried writing to ${what}`);
}
