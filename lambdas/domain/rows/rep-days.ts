import type { RepDay } from '../source/source-tree.ts';
import { entry } from '../trees/entry.ts';
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
  const changed = new Map<RepDayName, { readonly came: ReadRow[]; readonly gone: Set<ReadRow> }>();
  const changeOf = (name: RepDayName) => entry(changed, name, () => ({ came: [], gone: new Set<ReadRow>() }));
  for (const row of came) changeOf(row.repDay).came.push(row);
  for (const row of gone) changeOf(row.repDay).gone.add(row);
  return Array.from(changed, ([name, change]) => {
    const stay = (repDays.get(name)?.rows ?? []).filter((row) => !change.gone.has(row));
    const repDay = repDayOf(name, merged(stay, change.came.sort(byLine)));
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
