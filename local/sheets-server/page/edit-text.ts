import { formulaToLocale } from '../formula/locale-separators.ts';
import { localeFacts } from '../locale.ts';
import { type CellFormat, type CellValue, isFormula } from '../model/cell.ts';
import { isDateTime, numberFormatOf, renderValue } from '../number-format.ts';
import { parseUserEntered } from '../parse-user-entered.ts';

/**
 * The text that stands in the editor of a cell: typed again unchanged, it gives the same value. Text that reads as
 * something else has an apostrophe before it, as in Sheets.
 */
export function editText(value: CellValue, format: CellFormat | undefined, locale: string): string {
  if (isFormula(value)) return formulaToLocale(value.formula, locale);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const { type } = numberFormatOf(format);
  if (typeof value === 'string')
    return type !== 'TEXT' && parseUserEntered(value, locale).value !== value ? `'${value}` : value;
  if (isDateTime(format, locale)) return renderValue(value, DATE_FORMATS[dateKind(value, type)], locale);
  const { decimal } = localeFacts(locale);
  // Twelve digits: 0.1 + 0.2 is edited as 0.3, and money keeps its cents.
  const plain = (number: number) => String(Number(number.toPrecision(12))).replace('.', decimal);
  return type === 'PERCENT' ? `${plain(value * 100)}%` : plain(value);
}

/** The locale's own patterns. Constant objects, because what a format showed is remembered by object. */
const DATE_FORMATS = {
  DATE: { numberFormat: { type: 'DATE' } },
  TIME: { numberFormat: { type: 'TIME' } },
  DATE_TIME: { numberFormat: { type: 'DATE_TIME' } },
} as const;

function dateKind(value: number, type: unknown): keyof typeof DATE_FORMATS {
  if (type === 'TIME') return 'TIME';
  return Number.isInteger(value) ? 'DATE' : 'DATE_TIME';
}
