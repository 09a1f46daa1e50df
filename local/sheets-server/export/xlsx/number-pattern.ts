import { isValidFormat } from 'numfmt';
import { stringOf } from '../../json.ts';
import { localeFacts } from '../../locale.ts';
import type { CellFormat } from '../../model/cell.ts';
import { numberFormatOf } from '../../number-format.ts';
import { datePattern } from '../../parse-entered-date.ts';

/** Most that Excel takes. */
const MOST = 255;

/** The number format as Excel writes it; undefined when there is none, or none that Excel would open. */
export function numberPattern(format: CellFormat, locale: string): string | undefined {
  const { pattern, type } = numberFormatOf(format);
  const given = stringOf(pattern) ?? '';
  const wanted = given === '' ? defaultPattern(stringOf(type), locale) : given.replace(/\bam\/pm\b/gi, 'AM/PM');
  return wanted !== undefined && wanted.length <= MOST && isValidFormat(wanted) ? wanted : undefined;
}

function defaultPattern(type: string | undefined, locale: string): string | undefined {
  const { currencySymbol, symbolFirst } = localeFacts(locale);
  if (type === 'TEXT') return '@';
  if (type === 'NUMBER') return '#,##0.00';
  if (type === 'PERCENT') return '0.00%';
  if (type === 'CURRENCY') return symbolFirst ? `"${currencySymbol}"#,##0.00` : `#,##0.00 "${currencySymbol}"`;
  if (type === 'DATE') return datePattern(locale);
  if (type === 'TIME') return 'h:mm:ss';
  if (type === 'DATE_TIME') return `${datePattern(locale)} h:mm:ss`;
  return type === 'SCIENTIFIC' ? '0.00E+00' : undefined;
}
