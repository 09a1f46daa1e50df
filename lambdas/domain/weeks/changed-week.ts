import { changedEntries } from '../trees/changed-entries.ts';
import { trimmed, type WeekRollup } from './week-rollup.ts';

/** The parts of a stored week as they are written, in their order. */
type Parts = Readonly<Record<keyof WeekRollup, string>>;

/**
 * The text of a stored week ('' = there is none) when every sum of `change` is added to it. The same as decoding, adding
 * and encoding it, without parsing what stays: a change is of a few reps, and a week of all.
 */
export function changedWeek(body: string, change: WeekRollup): string {
  const stored = partsOf(body);
  const { days, cohort, daysToClose, gaps, exits, stepDays } = change;
  const parts: Parts = {
    days: changedEntries(stored.days, days, (byDay: [number, number[]][] = [], more) =>
      filled(merged(byDay, more, addSums)),
    ),
    cohort: changedEntries(stored.cohort, cohort, addSums),
    daysToClose: changedCounts(stored.daysToClose, daysToClose),
    gaps: changedCounts(stored.gaps, gaps),
    exits: changedEntries(
      stored.exits,
      exits,
      (counts: [string, number][] = [], more) => filled(merged(counts, more, addCount)),
      ']]]',
    ),
    stepDays: changedEntries(stored.stepDays, stepDays, addCount),
  };
  if (Object.values(parts).every((part) => part === '[]')) return '';
  return `{${Object.entries(parts).map(([name, part]) => `"${name}":${part}`)}}`;
}

const NOTHING: Parts = { days: '[]', cohort: '[]', daysToClose: '[]', gaps: '[]', exits: '[]', stepDays: '[]' };

/** No text in a week holds a bare quote, so the name of a part stands nowhere else. */
function partsOf(body: string): Parts {
  if (body === '') return NOTHING;
  let from = '{"days":'.length;
  const until = (next: keyof Parts): string => {
    const at = body.indexOf(`,"${next}":`, from);
    const part = body.slice(from, at);
    from = at + next.length + 4;
    return part;
  };
  return {
    days: until('cohort'),
    cohort: until('daysToClose'),
    daysToClose: until('gaps'),
    gaps: until('exits'),
    exits: until('stepDays'),
    stepDays: body.slice(from, -1),
  };
}

const changedCounts = (body: string, changes: Iterable<readonly [number, number]>): string =>
  JSON.stringify(merged(JSON.parse(body) as [number, number][], changes, addCount)); // written here, or by encodeStored

/** Entries in order of their keys, with changes; `add` gives `undefined` for what is left at nothing. */
function merged<K extends string | number, S, C>(
  entries: readonly [K, S][],
  changes: Iterable<readonly [K, C]>,
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

export const addCount = (stored: number | undefined, change: number): number | undefined =>
  (stored ?? 0) + change || undefined;

const filled = <T>(all: T[]): T[] | undefined => (all.length > 0 ? all : undefined);
