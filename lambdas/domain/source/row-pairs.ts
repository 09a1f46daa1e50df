import { ACTIVITY_COLUMNS } from '../rows/activity-columns.ts';
import type { RowLine } from '../rows/row-line.ts';

/** A row that is gone and the new row that it became by an edit. */
export interface RowPair {
  readonly gone: RowLine;
  readonly added: RowLine;
}

export interface PairedRows {
  readonly pairs: readonly RowPair[];
  /** Rows that are gone without a successor. */
  readonly gone: readonly RowLine[];
  readonly added: readonly RowLine[];
}

/** Above this many rows a run is a bulk change, in which pairs of two differing columns are not looked for. */
const MANY = 10_000;
const COLUMNS = ACTIVITY_COLUMNS.length;

/**
 * "in one run, a gone and a new row that differ in the fewest columns (at most 2) are paired": so an edited row keeps its
 * first-seen time, and an edit is no removal. Rows that differ in one column are paired before those that differ in two.
 */
export function pairRows(gone: readonly RowLine[], added: readonly RowLine[]): PairedRows {
  // A first load is all added.
  if (gone.length === 0 || added.length === 0) return { pairs: [], gone: [...gone].sort(), added: [...added].sort() };
  const pairs: RowPair[] = [];
  let left: Unpaired = { gone: [...gone].sort().map(keyed), added: [...added].sort().map(keyed) };
  for (const columns of columnSets(gone.length + added.length)) {
    if (left.gone.length === 0 || left.added.length === 0) break;
    left = pairBy(left, columns, pairs);
  }
  return { pairs, gone: left.gone.map(({ line }) => line), added: left.added.map(({ line }) => line) };
}

/** A line with a number for each of its cells; the sum of some of them is a key of these cells. */
interface KeyedLine {
  readonly line: RowLine;
  readonly numbers: readonly number[];
  readonly sum: number;
}

function keyed(line: RowLine): KeyedLine {
  const numbers = cellsOfLine(line).map(numberOf);
  return { line, numbers, sum: numbers.reduce((sum, number) => sum + number, 0) };
}

/** Padded to every column. */
function cellsOfLine(line: RowLine): string[] {
  const cells = line.split('\u001f');
  while (cells.length < COLUMNS) cells.push('');
  return cells;
}

/** Below 2^32, so that sums stay exact; the same text in another column is another number. */
function numberOf(cell: string, column: number): number {
  let number = Math.imul(column + 1, 0x9e3779b1);
  for (let at = 0; at < cell.length; at++) number = Math.imul(number ^ cell.charCodeAt(at), 0x01000193);
  return (number ^ (number >>> 15)) >>> 0;
}

interface Unpaired {
  readonly gone: readonly KeyedLine[];
  readonly added: readonly KeyedLine[];
}

/** Pairs lines that are alike when some columns are left out, in the order of their text. */
function pairBy(rows: Unpaired, columns: readonly number[], pairs: RowPair[]): Unpaired {
  const keyOf = ({ sum, numbers }: KeyedLine): number =>
    columns.reduce((key, column) => key - (numbers[column] ?? 0), sum);
  const candidates = new Map<number, KeyedLine[]>();
  for (const row of rows.gone) candidates.set(keyOf(row), []);
  // From the last to the first, so that the first is taken off the end.
  for (const row of rows.added.toReversed()) candidates.get(keyOf(row))?.push(row);
  const taken = new Set<KeyedLine>();
  const gone = rows.gone.filter((row) => {
    const alike = candidates.get(keyOf(row)) ?? [];
    const [found] = alike.splice(
      lastIndexOf(alike, (other) => isAlike(row, other, columns)),
      1,
    );
    if (!found) return true;
    pairs.push({ gone: row.line, added: found.line });
    taken.add(found);
    return false;
  });
  return { gone, added: rows.added.filter((row) => !taken.has(row)) };
}

/** The length where none is found, from which nothing can be taken out. */
function lastIndexOf<T>(all: readonly T[], is: (one: T) => boolean): number {
  const at = all.findLastIndex(is);
  return at < 0 ? all.length : at;
}

/** Two keys may be the same by chance. */
function isAlike(a: KeyedLine, b: KeyedLine, but: readonly number[]): boolean {
  const cells = cellsOfLine(a.line);
  const others = cellsOfLine(b.line);
  return cells.length === others.length && cells.every((cell, at) => cell === others[at] || but.includes(at));
}

function* columnSets(rows: number): Generator<readonly number[]> {
  // The same cells may stand on another day, when text dates are read in another order.
  yield [];
  for (let a = 0; a < COLUMNS; a++) yield [a];
  if (rows > MANY) return;
  for (let a = 0; a < COLUMNS; a++) for (let b = a + 1; b < COLUMNS; b++) yield [a, b];
}
