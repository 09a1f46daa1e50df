import type { Day } from '../domain/days/day.ts';
import { type Ratio, ratioText, valueOfRatio } from '../domain/ratios/ratio.ts';
import type { CellLayout, StyleName } from './layout.ts';

export const EMPTY: CellLayout = { style: 'text' };

/** Text, also text that people typed: it is never parsed, so it can't become a formula. */
export const text = (value: string, style: StyleName = 'text', note?: string): CellLayout => ({
  ...(value !== '' && { value }),
  style,
  ...(note && { note }),
});

export const count = (value: number, style: StyleName = 'count'): CellLayout => ({ value, style });

/** Minor units -> the amount in the currency of the workbook. */
export const money = (minor: number, minorDigits: number, style: StyleName = 'money'): CellLayout => ({
  value: minor / 10 ** minorDigits,
  style,
});

/** A share as a percentage; a ratio with denominator 0 is absent and shown `– (0/0)`, which is not zero. */
export function percent(ratio: Ratio, style: StyleName = 'percent'): CellLayout {
  const value = valueOfRatio(ratio);
  return value === undefined ? { value: ratioText(ratio), style: 'percent-muted' } : { value, style };
}

export const date = (day: Day, style: StyleName = 'date'): CellLayout => ({ value: day, style });

/** A cell that leads to the rows behind it, where there is such a place. */
export const linked = (cell: CellLayout, link: string | undefined): CellLayout =>
  link === undefined ? cell : { ...cell, link };

/** A row of a table, as long as the tab is wide. */
export const wide = (cells: readonly CellLayout[], columns: number): CellLayout[] =>
  Array.from({ length: columns }, (_, at) => cells[at] ?? EMPTY);

/** `3 rows`, `1 row` */
export const plural = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
