import type { RepDay } from '../source/source-tree.ts';
import type { ReadRow, RepDayName } from './read-rows.ts';

/** A rep-day of a snapshot: its rows in the order of their lines. */
export interface RepDayRows extends RepDay {
  readonly rows: readonly ReadRow[];
  /** Rows of which the rep-day has several that are equal, together; absent = none. */
  readonly equal?: readonly (readonly ReadRow[])[];
}

export type RepDays = Map<RepDayName, RepDayRows>;

/**
 * Rows that came are put into their rep-days, and those that are gone are taken out; each rep-day with one is another
 * object. They are returned, also those that have no row any more.
 */
export function changeRepDays(repDays: RepDays, came: Iterable<ReadRow>, gone: Iterable<ReadRow>): RepDayRows[] {
  const cameTo = Map.groupBy(came, ({ repDay }) => repDay);
  const goneFrom = Map.groupBy(gone, ({ repDay }) => repDay);
  return Array.from(new Set([...cameTo.keys(), ...goneFrom.keys()]), (name) => {
    const before = repDays.get(name)?.rows ?? [];
    const left = new Set(goneFrom.get(name));
    const added = cameTo.get(name)?.sort(byLine) ?? [];
    // All rows of a long sheet come at once when it is read for the first time: no list of them is kept longer than needed.
    cameTo.delete(name);
    const stay = left.size > 0 ? before.filter((row) => !left.has(row)) : before;
    const repDay = repDayOf(name, merged(stay, added));
    if (repDay.rows.length > 0) repDays.set(name, repDay);
    else repDays.delete(name);
    return repDay;
  });
}

const byLine = (a: ReadRow, b: ReadRow): number => (a.line < b.line ? -1 : a.line > b.line ? 1 : 0);

function merged(stay: readonly ReadRow[], came: readonly ReadRow[]): readonly ReadRow[] {
  const rows: ReadRow[] = [];
  let next = 0;
  for (const row of stay) {
    for (let one = came[next]; one && one.line < row.line; one = came[++next]) rows.push(one);
    rows.push(row);
  }
  return next < came.length ? rows.concat(came.slice(next)) : rows;
}

/** `rows` in the order of their lines, as they are stored: equal ones stand together. */
function repDayOf({ day, rep }: RepDayName, rows: readonly ReadRow[]): RepDayRows {
  const equal: ReadRow[][] = [];
  rows.forEach((row, at) => {
    if (row.line !== rows[at - 1]?.line) return;
    const last = equal.at(-1);
    if (last?.[0]?.line === row.line) last.push(row);
    else equal.push(rows.slice(at - 1, at + 1));
  });
  const lines = rows.map(({ line }) => line);
  const rejected = rows.reduce((sum, { kind }) => sum + (kind ? 0 : 1), 0);
  const repDay = { day, rep, rows, lines, rejected };
  return equal.length > 0 ? { ...repDay, equal } : repDay;
}
