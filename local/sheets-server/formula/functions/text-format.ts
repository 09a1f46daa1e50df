import type { CellFormat } from '../../model/cell.ts';
import { renderValue } from '../../number-format.ts';
import { numberInText } from '../coerce.ts';
import type { ErrorValue, Scalar } from '../scalar.ts';

const REMEMBERED = 500;
const formats = new Map<string, CellFormat>();

/** One object a pattern: what a format showed is remembered by object. */
function formatOf(pattern: string): CellFormat {
  const present = formats.get(pattern);
  if (present !== undefined) return present;
  if (formats.size >= REMEMBERED) formats.clear();
  const format = { numberFormat: { type: 'NUMBER', pattern } };
  formats.set(pattern, format);
  return format;
}

/** A value by a number format code, in the locale. Text that reads as a number or date is taken for one. */
export function formatted(value: Exclude<Scalar, ErrorValue>, pattern: string, locale: string): string {
  if (pattern === '') return '';
  const plain = typeof value === 'string' ? (numberInText(value, locale) ?? value) : (value ?? 0);
  return renderValue(plain, formatOf(pattern), locale);
}

/** With that many digits after the point, and groups of thousands unless told otherwise. */
export function fixed(value: number, places: number, plain: boolean, locale: string): string {
  const scale = 10 ** Math.abs(places);
  const rounded = places < 0 ? Math.round(Number((value / scale).toPrecision(15))) * scale : value;
  const digits = places > 0 ? `.${'0'.repeat(places)}` : '';
  return renderValue(rounded, formatOf((plain ? '0' : '#,##0') + digits), locale);
}
