import type { Cell } from './cell.ts';
import { textOf } from './table.ts';

/** A whole number within bounds, also typed as text; `fallback` for an empty cell, NaN for anything else. */
export function wholeNumber<F>(cell: Cell, min: number, max: number, fallback: F): number | F {
  const text = textOf(cell);
  if (text === '') return fallback;
  const number = typeof cell === 'number' ? cell : /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isInteger(number) && number >= min && number <= max ? number : Number.NaN;
}
