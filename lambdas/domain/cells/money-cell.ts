import type { Cell } from './cell.ts';
import { textOf } from './table.ts';

/** What a money cell says, in integer minor units (cents). */
export type MoneyReading = { readonly minor: number } | { readonly problem: 'blank' | 'unreadable' };

/** Beyond this, sums of amounts would no longer be exact integers. */
const MAX_MINOR = 1e13;
/** `€`, `US$`, `$CA`, what some countries write, and three letters, which must be a currency: `5 MIO` is not 5. */
const DOLLAR = String.raw`(?:US|CA|AU|NZ|HK|SG|NT|MX|[ACRS])?\$(?:US|CA|AU|NZ|HK|SG|MX)?`;
const SIGN = String.raw`(?:${DOLLAR}|\p{Sc}|kr\.?|zł|Kč|Ft|Fr\.|Rs\.?|[A-Z]{3})`;
const SIGNS = new RegExp(String.raw`^${SIGN}\s*|\s*(?:${SIGN}|,-|\.-)$`, 'iu');
/** Digits, in groups (of two in India) or not, and decimals. */
const COMMA_FORM = /^(\d+|\d{1,3}(?:[.\s']\d{2,3})*[.\s']\d{3})(?:,(\d*))?$/u;
const POINT_FORM = /^(\d+|\d{1,3}(?:[,\s']\d{2,3})*[,\s']\d{3})(?:\.(\d*))?$/u;
const LETTERS = new Set([...Intl.supportedValuesOf('currency'), 'LEI']);

/**
 * A number, or money text in the sheet's locale: `€ 3.500,00` (nl), `$3,500.00` (en), `3’500.–`-like groups, a minus
 * sign or brackets for negative. Text that the locale can't read is refused: `3,500` is 3500 in English and 3.5 in Dutch.
 */
export function readMoney(cell: Cell, decimal: string, minorDigits: number): MoneyReading {
  if (cell === undefined || cell === null || (typeof cell === 'string' && textOf(cell) === '')) {
    return { problem: 'blank' };
  }
  const amount = typeof cell === 'number' ? cell : typeof cell === 'string' ? amountOf(cell, decimal) : undefined;
  if (amount === undefined || !Number.isFinite(amount)) return { problem: 'unreadable' };
  const minor = roundHalfAway(amount * 10 ** minorDigits);
  return Math.abs(minor) > MAX_MINOR ? { problem: 'unreadable' } : { minor };
}

function amountOf(typed: string, decimal: string): number | undefined {
  let text = textOf(typed).replace(/[−–—]/gu, '-').replace(/[’']/gu, "'");
  let negative = false;
  for (let i = 0; i < 4; i++) {
    text = text.replace(SIGNS, (sign) => (isCurrency(sign.trim()) ? '' : sign)).trim();
    const unsigned = /^-(.*)$/u.exec(text)?.[1] ?? /^\((.*)\)$/u.exec(text)?.[1];
    if (unsigned === undefined) continue;
    if (negative) return undefined;
    negative = true;
    text = unsigned.trim();
  }
  const match = (decimal === ',' ? COMMA_FORM : POINT_FORM).exec(text);
  if (!match) return undefined;
  const value = Number(`${(match[1] ?? '').replace(/\D/gu, '')}.${match[2] || '0'}`);
  return negative ? -value : value;
}

const isCurrency = (sign: string): boolean => !/^[a-z]{3}$/iu.test(sign) || LETTERS.has(sign.toUpperCase());

/** Half away from zero, with the tolerance that binary fractions of decimal amounts need (1.005 -> 1.01). */
function roundHalfAway(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value) * (1 + Number.EPSILON)) + 0; // + 0: never -0
}
