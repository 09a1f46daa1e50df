import { localeFacts } from './locale.ts';
import type { UserEntered } from './user-entered.ts';

const SYMBOLS = /[$€£¥₹₽₩₺₪₴]|\bkr\b|\bzł\b|\bCHF\b/;

/** Numbers, percentages and money as the locale writes them: `1,234.5`, `12%`, `€ 3.500,00`, `(5)`, `1e3`. */
export function parseEnteredNumber(text: string, locale: string): UserEntered | undefined {
  const { decimal, currencySymbol, symbolFirst } = localeFacts(locale);
  let rest = text;
  let sign = 1;
  const inBrackets = /^\((.+)\)$/.exec(rest);
  if (inBrackets) {
    sign = -1;
    rest = (inBrackets[1] ?? '').trim();
  }
  const percent = /^(.*\d)\s*%$/.exec(rest);
  if (percent) rest = percent[1] ?? '';
  const symbol = rest.includes(currencySymbol) ? currencySymbol : SYMBOLS.exec(rest)?.[0];
  if (symbol !== undefined) {
    if (percent) return undefined;
    const [before = '', after = '', extra] = rest.split(symbol);
    if (extra !== undefined || (/\d/.test(before) && /\d/.test(after))) return undefined;
    rest = (before.trim() + after.trim()).trim();
  }
  const signed = /^([+-])\s?(.*)$/.exec(rest);
  if (signed) {
    if (signed[1] === '-') sign = -sign;
    rest = signed[2] ?? '';
  }
  const number = plainNumber(rest, locale);
  if (number === undefined) return undefined;
  const decimals = rest.includes(decimal) ? '.00' : '';
  const value = sign * number.value;
  if (percent) {
    const exact = Number((value / 100).toPrecision(15));
    return { value: exact, numberFormat: { type: 'PERCENT', pattern: `0${decimals}%` } };
  }
  if (symbol !== undefined) {
    const digits = `#,##0${decimals}`;
    const money = moneySign(symbol, currencySymbol);
    const pattern = symbolFirst ? `${money}${digits}` : `${digits}\\ ${money}`;
    return { value, numberFormat: { type: 'CURRENCY', pattern } };
  }
  if (number.exponent) return { value, numberFormat: { type: 'SCIENTIFIC', pattern: '0.00E+00' } };
  if (number.grouped) return { value, numberFormat: { type: 'NUMBER', pattern: `#,##0${decimals}` } };
  return { value };
}

/** The locale's own sign stands in quotes, a foreign one in brackets, as Google writes them. */
export const moneySign = (symbol: string, own: string): string => (symbol === own ? `"${symbol}"` : `[$${symbol}]`);

interface PlainNumber {
  readonly value: number;
  readonly grouped: boolean;
  readonly exponent: boolean;
}

const patterns = new Map<string, RegExp>();

function plainNumber(text: string, locale: string): PlainNumber | undefined {
  const { decimal, group } = localeFacts(locale);
  const match = patternOf(locale, decimal, group).exec(text);
  if (!match) return undefined;
  const [, whole = '', fraction, exponent] = match;
  if (whole === '' && fraction === undefined) return undefined;
  const digits = whole.replace(/[^\d]/g, '');
  const value = Number(`${digits || '0'}.${fraction || '0'}${exponent ?? ''}`);
  if (!Number.isFinite(value)) return undefined;
  return { value, grouped: digits.length !== whole.length, exponent: exponent !== undefined };
}

/** Groups after the first have three digits, so that `1.5` is no number in a locale that groups with a point. */
function patternOf(locale: string, decimal: string, group: string): RegExp {
  const present = patterns.get(locale);
  if (present !== undefined) return present;
  const literally = (character: string) => character.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const between = group === ' ' ? '[\\s\\u00a0\\u202f]' : literally(group);
  const whole = `\\d{1,3}(?:${between}\\d{3})+|\\d+|`;
  const made = new RegExp(`^(${whole})(?:${literally(decimal)}(\\d*))?([eE][+-]?\\d{1,3})?$`);
  patterns.set(locale, made);
  return made;
}
