import { evaluate } from './formula/evaluate.ts';
import type { Json, JsonObject } from './json.ts';
import { type CellValue, isFormula, type PlainValue } from './model/cell.ts';
import type { Sheet } from './model/sheet.ts';
import type { Workbook } from './model/workbook.ts';
import { isDateTime, renderValue } from './number-format.ts';

/** What a cell is worth; undefined when it is empty or holds a formula that cannot be computed truthfully. */
export function effectiveValue(workbook: Workbook, sheet: Sheet, row: number, column: number): PlainValue | undefined {
  const value = sheet.cells.value(row, column);
  return isFormula(value) ? evaluate(workbook, sheet, value.formula) : value;
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
  const value = isFormula(entered) ? evaluate(workbook, sheet, entered.formula) : entered;
  if (value === undefined) return '';
  if (rendering.value !== 'FORMATTED_VALUE') {
    if (typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'object') return value.error;
    if (rendering.dateTime === 'SERIAL_NUMBER') return value;
    if (!isDateTime(sheet.cells.format(row, column), workbook.state.locale)) return value;
  }
  if (typeof value === 'string' && sheet.cells.format(row, column) === undefined) return value;
  return renderValue(value, sheet.cells.format(row, column), workbook.state.locale);
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
};
