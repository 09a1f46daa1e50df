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
  const pairs: RowPair[] = [];
  let left: PairedRows = { pairs, gone: [...gone].sort(), added: [...added].sort() };
  for (const columns of columnSets(gone.length + added.length)) {
    if (left.gone.length === 0 || left.added.length === 0) break;
    left = pairBy(left, columns, pairs);
  }
  return left;
}

function pairBy(rows: PairedRows, columns: readonly number[], pairs: RowPair[]): PairedRows {
  const keys = rows.gone.map((line) => without(line, columns));
  const candidates = new Map<string, RowLine[]>(keys.map((key) => [key, []]));
  for (const line of rows.added) candidates.get(without(line, columns))?.push(line);
  const taken = new Map<RowLine, number>();
  const gone = rows.gone.filter((line, i) => {
    const added = candidates.get(keys[i] ?? '')?.shift();
    if (added === undefined) return true;
    pairs.push({ gone: line, added });
    taken.set(added, (taken.get(added) ?? 0) + 1);
    return false;
  });
  const added = rows.added.filter((line) => {
    const count = taken.get(line) ?? 0;
    if (count > 0) taken.set(line, count - 1);
    return count === 0;
  });
  return { pairs, gone, added };
}

/** The line with some columns left out: two rows that differ in only these are alike. */
function without(line: RowLine, columns: readonly number[]): string {
  const cells = line.split('\u001f');
  while (cells.length < COLUMNS) cells.push('');
  for (const column of columns) cells[column] = '\u0000';
  return cells.join('\u001f');
}

function* columnSets(rows: number): Generator<readonly number[]> {
  // The same cells may stand on another day, when text dates are read in another order.
  yield [];
  for (let a = 0; a < COLUMNS; a++) yield [a];
  if (rows > MANY) return;
  for (let a = 0; a < COLUMNS; a++) for (let b = a + 1; b < COLUMNS; b++) yield [a, b];
}
