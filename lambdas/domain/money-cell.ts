import type { Cell } from './cell.ts';

/** What a money cell says, in integer minor units (cents). */
export type MoneyReading = { readonly minor: number } | { readonly problem: 'blank' | 'unreadable' };

/** Beyond this, sums of amounts would no longer be exact integers. */
const MAX_MINOR = 1e13;
const SYMBOLS = /^(?:\p{Sc}|[A-Z]{2,3}\$?|kr\.?|zł|Kč|Ft|lei)\s*|\s*(?:\p{Sc}|[A-Z]{3}|kr\.?|zł|Kč|Ft|lei|,-|\.-)$/u;

/**
 * A number, or money text in the sheet's locale: `€ 3.500,00` (nl), `$3,500.00` (en), `3’500.–`-like groups, a minus
 * sign or brackets for negative. Text that the locale can't read is refused: `3,500` is 3500 in English and 3.5 in Dutch.
 */
export function readMoney(cell: Cell, decimal: string, minorDigits: number): MoneyReading {
  if (cell === undefined || cell === null || cell === '') return { problem: 'blank' };
  const amount = typeof cell === 'number' ? cell : typeof cell === 'string' ? amountOf(cell, decimal) : undefined;
  if (amount === undefined || !Number.isFinite(amount)) return { problem: 'unreadable' };
  const minor = roundHalfAway(amount * 10 ** minorDigits);
  return Math.abs(minor) > MAX_MINOR ? { problem: 'unreadable' } : { minor };
}

function amountOf(typed: string, decimal: string): number | undefined {
  let text = typed.normalize('NFKC').replace(/[−–—]/gu, '-').replace(/[’']/gu, "'").trim();
  let negative = false;
  const bracketed = /^\((.*)\)$/u.exec(text);
  if (bracketed) {
    text = bracketed[1] ?? '';
    negative = true;
  }
  for (let i = 0; i < 3; i++) {
    text = text.replace(SYMBOLS, '').trim();
    if (text.startsWith('-')) {
      if (negative) return undefined;
      negative = true;
      text = text.slice(1).trim();
    }
  }
  const group = decimal === ',' ? "[.\\s']" : "[,\\s']";
  const point = decimal === ',' ? ',' : '\\.';
  const form = new RegExp(`^(\\d+|\\d{1,3}(?:${group}\\d{2,3})*${group}\\d{3})(?:${point}(\\d*))?$`, 'u');
  const match = form.exec(text);
  if (!match) return undefined;
  const value = Number(`${(match[1] ?? '').replace(/\D/gu, '')}.${match[2] || '0'}`);
  return negative ? -value : value;
}

/** Half away from zero, with the tolerance that binary fractions of decimal amounts need (1.005 -> 1.01). */
function roundHalfAway(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value) * (1 + Number.EPSILON));
}
