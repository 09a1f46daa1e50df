import { parseDate, parseTime } from 'numfmt';
import { localeFacts } from './locale.ts';
import type { UserEntered } from './user-entered.ts';

/** Dates, times and both together, in the order of the locale or as ISO 8601. */
export function parseEnteredDate(text: string, locale: string): UserEntered | undefined {
  return isoDate(text) ?? numericDate(text, locale) ?? writtenDate(text, locale);
}

const ISO = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;

function isoDate(text: string): UserEntered | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const value = serialDay(Number(match[1]), Number(match[2]), Number(match[3]));
  if (value === undefined) return undefined;
  return { value, numberFormat: { type: 'DATE', pattern: text.includes('/') ? 'yyyy/mm/dd' : 'yyyy-mm-dd' } };
}

const NUMERIC = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})$/;

function numericDate(text: string, locale: string): UserEntered | undefined {
  const match = NUMERIC.exec(text);
  if (!match) return undefined;
  const [, first = '', separator = '/', second = '', yearText = ''] = match;
  const monthFirst = localeFacts(locale).dateOrder === 'mdy';
  const [day, month] = monthFirst ? [second, first] : [first, second];
  const short = yearText.length === 2;
  const year = Number(yearText) + (short ? (Number(yearText) < 30 ? 2000 : 1900) : 0);
  const value = serialDay(year, Number(month), Number(day));
  if (value === undefined) return undefined;
  const part = (letter: string, written: string) => (written.startsWith('0') ? letter.repeat(2) : letter);
  const days = part('d', day);
  const months = part('m', month);
  const pattern = [...(monthFirst ? [months, days] : [days, months]), short ? 'yy' : 'yyyy'].join(separator);
  return { value, numberFormat: { type: 'DATE', pattern } };
}

/** With the month in words, with a time, or a time alone. */
function writtenDate(text: string, locale: string): UserEntered | undefined {
  // Only short text with a sign of either is worth the search.
  if (!/\d:\d|\d\s?[ap]\.?m|^\d{1,4}[\s./-]|[\s./-]\d{1,4}$/i.test(text)) return undefined;
  const options = { locale: localeFacts(locale).formatLocale };
  const clock = (/\d:\d\d:\d/.test(text) ? 'hh:mm:ss' : 'hh:mm') + (/\d\s?[ap]\.?m/i.test(text) ? ' am/pm' : '');
  const time = parseTime(text, options);
  if (time) return { value: Number(time.v), numberFormat: { type: 'TIME', pattern: clock } };
  const date = parseDate(text, options) ?? monthAndDay(text, options);
  if (!date) return undefined;
  if (/\d:\d/.test(text))
    return { value: Number(date.v), numberFormat: { type: 'DATE_TIME', pattern: `${datePattern(locale)} ${clock}` } };
  return { value: Number(date.v), numberFormat: { type: 'DATE', pattern: date.z ?? datePattern(locale) } };
}

/** `May 5` of this year, which the library knows with a year only. */
function monthAndDay(text: string, options: { locale: string }) {
  if (!/^\p{L}{3,9}\.? \d{1,2}$/u.test(text)) return undefined;
  const date = parseDate(`${text}, ${new Date().getUTCFullYear()}`, options);
  return date === null ? undefined : { v: date.v, z: date.z?.replace(/,? y+$/, '') };
}

/** How the locale writes a date in digits. */
export function datePattern(locale: string): string {
  const { dateOrder } = localeFacts(locale);
  if (dateOrder === 'mdy') return 'm/d/yyyy';
  return dateOrder === 'dmy' ? 'dd/mm/yyyy' : 'yyyy-mm-dd';
}

/** Days since 1899-12-30; undefined for a day that does not exist. */
function serialDay(year: number, month: number, day: number): number | undefined {
  const time = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || time.getUTCMonth() !== month - 1 || time.getUTCDate() !== day) return undefined;
  return time.getTime() / 86_400_000 + 25_569;
}
