import { format, isDateFormat } from 'numfmt';
import type { JsonObject } from './json.ts';
import { objectOf, stringOf } from './json.ts';
import { localeFacts } from './locale.ts';
import type { CellFormat, PlainValue } from './model/cell.ts';
import { datePattern } from './parse-entered-date.ts';

/** What a cell shows, as text in the workbook's locale. */
export function renderValue(value: PlainValue, cellFormat: CellFormat | undefined, locale: string): string {
  if (typeof value === 'object') return value.error;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (cellFormat === undefined) return typeof value === 'string' ? value : renderGeneral(value, locale);
  const known = rendered(cellFormat, locale);
  const present = known.get(value);
  if (present !== undefined) return present;
  const text = renderPattern(value, patternOf(cellFormat, locale), locale);
  if (known.size >= REMEMBERED) known.clear();
  known.set(value, text);
  return text;
}

/** Values that a format remembers: a column of dates has a few hundred, and formatting one is slow. */
const REMEMBERED = 2000;
const memo = new WeakMap<CellFormat, { locale: string; texts: Map<string | number, string> }>();

function rendered(cellFormat: CellFormat, locale: string): Map<string | number, string> {
  const present = memo.get(cellFormat);
  if (present?.locale === locale) return present.texts;
  const texts = new Map<string | number, string>();
  memo.set(cellFormat, { locale, texts });
  return texts;
}

function renderPattern(value: string | number, pattern: string | undefined, locale: string): string {
  if (pattern === undefined || pattern === '@') return typeof value === 'string' ? value : renderGeneral(value, locale);
  try {
    return format(oneElapsed(pattern), value, { locale: localeFacts(locale).formatLocale, leap1900: false });
  } catch {
    // A pattern that Sheets would refuse, or one that the library cannot read: the value is still true.
    return typeof value === 'string' ? value : renderGeneral(value, locale);
  }
}

/** Hours, minutes and seconds may all be written as elapsed ones; those after the first count on from it. */
function oneElapsed(pattern: string): string {
  if (!/\[(h+|m+|s+)\].*\[(h+|m+|s+)\]/i.test(pattern)) return pattern;
  let first = true;
  return pattern.replace(/\[(h+|m+|s+)\]/gi, (whole: string, letters: string) => {
    if (!first) return letters;
    first = false;
    return whole;
  });
}

/** Whether a number in this cell is a date or time, which `FORMATTED_STRING` shows as text. */
export function isDateTime(cellFormat: CellFormat | undefined, locale: string): boolean {
  const type = stringOf(numberFormatOf(cellFormat).type);
  if (type === 'DATE' || type === 'TIME' || type === 'DATE_TIME') return true;
  const pattern = type === undefined ? undefined : patternOf(cellFormat, locale);
  return pattern !== undefined && isDateFormat(pattern);
}

export const numberFormatOf = (cellFormat: CellFormat | undefined): JsonObject => objectOf(cellFormat?.numberFormat);

/** Undefined: general. A type without a pattern has the locale's own. */
export function patternOf(cellFormat: CellFormat | undefined, locale: string): string | undefined {
  const numberFormat = numberFormatOf(cellFormat);
  const pattern = stringOf(numberFormat.pattern);
  if (pattern !== undefined && pattern !== '') return pattern;
  const type = stringOf(numberFormat.type);
  if (type === undefined) return undefined;
  const { currencySymbol, symbolFirst } = localeFacts(locale);
  const defaults: Readonly<Record<string, string>> = {
    TEXT: '@',
    NUMBER: '#,##0.00',
    PERCENT: '0.00%',
    CURRENCY: symbolFirst ? `"${currencySymbol}"#,##0.00` : `#,##0.00\\ "${currencySymbol}"`,
    DATE: datePattern(locale),
    TIME: 'h:mm:ss',
    DATE_TIME: `${datePattern(locale)} h:mm:ss`,
    SCIENTIFIC: '0.00E+00',
  };
  return defaults[type];
}

/** Whole numbers in full, others with ten significant digits, as Sheets shows a number without a format. */
function renderGeneral(value: number, locale: string): string {
  if (Number.isSafeInteger(value) && value < 1e15 && value > -1e15) return String(value);
  if (!Number.isFinite(value)) return '#NUM!';
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-9)) return value.toExponential(9).replace(/\.?0+e/, 'E');
  const shown = String(Number(value.toPrecision(10)));
  const { decimal } = localeFacts(locale);
  return decimal === '.' ? shown : shown.replace('.', decimal);
}
