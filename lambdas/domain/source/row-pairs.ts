import { ACTIVITY_COLUMNS } from '../rows/activity-columns.ts';
import type { RowLine } from '../rows/row-line.ts';
import { entry } from '../trees/entry.ts';

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
/** Between the cells of a line. */
const SEPARATOR = 0x1f;

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

/** A line with a number for each of its cells; all of them but some, by XOR, are a key of the other cells. */
interface KeyedLine {
  readonly line: RowLine;
  readonly numbers: readonly number[];
  readonly all: number;
}

function keyed(line: RowLine): KeyedLine {
  const numbers = numbersOf(line);
  return { line, numbers, all: numbers.reduce((all, number) => all ^ number, 0) };
}

/** The same text in another column is another number. */
const EMPTY = ACTIVITY_COLUMNS.map((_, column) => Math.imul(column + 1, 0x9e3779b1));

function numbersOf(line: RowLine): number[] {
  const numbers = [...EMPTY];
  let column = 0;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === SEPARATOR) column++;
    else numbers[column] = Math.imul((numbers[column] ?? 0) ^ code, 0x01000193);
  }
  return numbers;
}

interface Unpaired {
  readonly gone: readonly KeyedLine[];
  readonly added: readonly KeyedLine[];
}

/** Pairs lines that are alike when some columns are left out, in the order of their text. */
function pairBy(rows: Unpaired, columns: readonly number[], pairs: RowPair[]): Unpaired {
  const keyOf = ({ all, numbers }: KeyedLine): number => {
    let key = all;
    for (const column of columns) key ^= numbers[column] ?? 0;
    return key;
  };
  const wanted = new Set(rows.gone.map(keyOf));
  const candidates = new Map<number, KeyedLine[]>();
  // From the last to the first, so that the first is taken off the end.
  for (const row of rows.added.toReversed()) {
    const key = keyOf(row);
    if (wanted.has(key)) entry(candidates, key, () => []).push(row);
  }
  if (candidates.size === 0) return rows;
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
  const cells = a.line.split('\u001f');
  const others = b.line.split('\u001f');
  for (let at = Math.max(cells.length, others.length) - 1; at >= 0; at--)
    if ((cells[at] ?? '') !== (others[at] ?? '') && !but.includes(at)) return false;
  return true;
}

function* columnSets(rows: number): Generator<readonly number[]> {
  // The same cells may stand on another day, when text dates are read in another order.
  yield [];
  for (let a = 0; a < COLUMNS; a++) yield [a];
  if (rows > MANY) return;
  for (let a = 0; a < COLUMNS; a++) for (let b = a + 1; b < COLUMNS; b++) yield [a, b];
}
