import { type CellValue, isFormula } from '../model/cell.ts';
import { isDateTime } from '../number-format.ts';
import type { Cell } from './range-rows.ts';

/**
 * The cell at `index` places from the first of a source line, as filling continues it: evenly spaced numbers go on, single
 * dates and texts that end in a number count up, everything else repeats. `index` may be negative. Formulas are not moved yet.
 */
export function filled(source: readonly Cell[], index: number, locale: string): Cell | undefined {
  const place = ((index % source.length) + source.length) % source.length;
  const cell = source[place];
  if (cell === undefined || isFormula(cell.value)) return cell;
  const rounds = Math.floor(index / source.length);
  return { ...cell, value: series(source, index) ?? counted(cell, rounds, source.length, locale) };
}

/** Undefined unless the source is two or more evenly spaced numbers. */
function series(source: readonly Cell[], index: number): number | undefined {
  const numbers = source.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  const [first, second] = numbers;
  if (numbers.length < source.length || first === undefined || second === undefined) return undefined;
  const step = second - first;
  const even = numbers.every(
    (number, at) => Math.abs(number - (first + at * step)) < 1e-9 * Math.max(1, Math.abs(number)),
  );
  return even ? Number((first + index * step).toPrecision(15)) : undefined;
}

function counted(cell: Cell, rounds: number, length: number, locale: string): CellValue | undefined {
  const { value, format } = cell;
  if (typeof value === 'number') return length === 1 && isDateTime(format, locale) ? value + rounds : value;
  const ending = typeof value === 'string' ? /^(.*?)(\d+)$/s.exec(value) : null;
  if (!ending) return value;
  const [, before = '', digits = ''] = ending;
  const next = Number(digits) + rounds;
  return next < 0 ? value : before + String(next).padStart(digits.startsWith('0') ? digits.length : 0, '0');
}
