import { cellValue } from './formula/evaluate.ts';
import { resultFormat } from './formula/result-format.ts';
import type { Json, JsonObject } from './json.ts';
import { type CellFormat, type CellValue, isFormula, type PlainValue } from './model/cell.ts';
import type { Sheet } from './model/sheet.ts';
import type { Workbook } from './model/workbook.ts';
import { isDateTime, numberFormatOf, renderValue } from './number-format.ts';

/** What a cell is worth; undefined when it is empty, comes to nothing or holds a formula that cannot be computed truthfully. */
export const effectiveValue: (workbook: Workbook, sheet: Sheet, row: number, column: number) => PlainValue | undefined =
  cellValue;

/** The format that a cell's value is shown in: its own, or for a formula in a cell without a number format that of its result. */
export function shownFormat(workbook: Workbook, sheet: Sheet, row: number, column: number): CellFormat | undefined {
  const format = sheet.cells.format(row, column);
  if (!isFormula(sheet.cells.value(row, column)) || numberFormatOf(format).type !== undefined) return format;
  const numberFormat = resultFormat(workbook, sheet, row, column);
  return numberFormat === undefined ? format : withNumberFormat(format, numberFormat);
}

const combined = new WeakMap<JsonObject, WeakMap<JsonObject, CellFormat>>();
const NO_FORMAT: CellFormat = {};

/** One object for each pair: what a format showed is remembered by object. */
function withNumberFormat(format: CellFormat = NO_FORMAT, numberFormat: JsonObject): CellFormat {
  const known = combined.get(format) ?? new WeakMap<JsonObject, CellFormat>();
  combined.set(format, known);
  const present = known.get(numberFormat) ?? { ...format, numberFormat };
  known.set(numberFormat, present);
  return present;
}

export interface Rendering {
  readonly value: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';
  readonly dateTime: 'SERIAL_NUMBER' | 'FORMATTED_STRING';
}

/** One cell as `values.get` answers it; `''` when it shows nothing. */
export function renderCell(
  workbook: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  rendering: Rendering,
): string | number | boolean {
  const entered = sheet.cells.value(row, column);
  if (entered === undefined) return '';
  if (rendering.value === 'FORMULA' && isFormula(entered)) return entered.formula;
  const value = isFormula(entered) ? cellValue(workbook, sheet, row, column) : entered;
  if (value === undefined) return '';
  if (rendering.value !== 'FORMATTED_VALUE') {
    if (typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'object') return value.error;
    if (rendering.dateTime === 'SERIAL_NUMBER') return value;
    if (!isDateTime(shownFormat(workbook, sheet, row, column), workbook.state.locale)) return value;
  }
  const format = shownFormat(workbook, sheet, row, column);
  if (typeof value === 'string' && format === undefined) return value;
  return renderValue(value, format, workbook.state.locale);
}

export function extendedValue(value: CellValue | PlainValue): JsonObject {
  if (typeof value === 'number') return { numberValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'string') return { stringValue: value };
  if ('formula' in value) return { formulaValue: value.formula };
  const type = ERROR_TYPES[value.error] ?? 'ERROR';
  return { errorValue: { type, message: value.message } satisfies Record<string, Json> };
}

const ERROR_TYPES: Readonly<Record<string, string>> = {
  '#REF!': 'REF',
  '#NAME?': 'NAME',
  '#DIV/0!': 'DIVIDE_BY_ZERO',
  '#VALUE!': 'VALUE',
  '#NUM!': 'NUM',
  '#N/A': 'N_A',
  '#NULL!': 'NULL_VALUE',
};
