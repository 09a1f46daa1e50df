import { encodeStored, readStored, type Stored, trimmed, type WeekRollup } from './week-rollup.ts';

/**
 * The text of a stored week ('' = there is none) when every sum of `change` is added to it. The same as decoding, adding
 * and encoding it, without touching what stays: a change is of a few reps, and a week of all.
 */
export function changedWeek(body: string, change: WeekRollup): string {
  const stored = readStored(body);
  return encodeStored({
    days: merged(stored.days, change.days, (byDay, days) => filled(merged(byDay ?? [], days, addSums))),
    cohort: merged(stored.cohort, change.cohort, addSums),
    daysToClose: merged(stored.daysToClose, change.daysToClose, addCount),
    gaps: merged(stored.gaps, change.gaps, addCount),
    exits: merged(stored.exits, change.exits, (counts, more) => filled(merged(counts ?? [], more, addCount))),
    stepDays: merged(stored.stepDays, change.stepDays, addCount),
  } satisfies Stored);
}

/** Whether every sum is 0: such a week encodes as ''. */
export function isZero({ days, cohort, daysToClose, gaps, exits, stepDays }: WeekRollup): boolean {
  const none = (counts: ReadonlyMap<unknown, number>): boolean => [...counts.values()].every((amount) => amount === 0);
  const noSums = (sums: readonly number[]): boolean => sums.every((amount) => amount === 0);
  return (
    [...days.values()].every((byDay) => [...byDay.values()].every(noSums)) &&
    [...cohort.values()].every(noSums) &&
    [...exits.values()].every(none) &&
    [daysToClose, gaps, stepDays].every(none)
  );
}

/** Entries in order of their keys, with changes; `add` gives `undefined` for what is left at nothing. */
function merged<K extends string | number, S, C>(
  entries: readonly [K, S][],
  changes: ReadonlyMap<K, C>,
  add: (stored: S | undefined, change: C) => S | undefined,
): [K, S][] {
  const after = [...entries];
  for (const [key, change] of changes) {
    const at = placeOf(key, after);
    const stored = after[at];
    const there = stored?.[0] === key;
    const value = add(there ? stored[1] : undefined, change);
    const now: [K, S][] = value === undefined ? [] : [[key, value]];
    after.splice(at, there ? 1 : 0, ...now);
  }
  return after;
}

/** The first place whose key is not before this one. */
function placeOf<K extends string | number>(key: K, entries: readonly (readonly [K, unknown])[]): number {
  let [from, to] = [0, entries.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = entries[middle]?.[0];
    if (other !== undefined && other < key) from = middle + 1;
    else to = middle;
  }
  return from;
}

function addSums(stored: number[] = [], change: readonly number[]): number[] | undefined {
  const sums: number[] = [];
  for (let at = 0; at < Math.max(stored.length, change.length); at++) sums.push((stored[at] ?? 0) + (change[at] ?? 0));
  return filled(trimmed(sums));
}

const addCount = (stored: number | undefined, change: number): number | undefined =>
  (stored ?? 0) + change || undefined;

const filled = <T>(all: T[]): T[] | undefined => (all.length > 0 ? all : undefined);
