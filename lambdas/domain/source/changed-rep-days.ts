import { type Day, monthOf } from '../days/day.ts';
import type { Lookup } from '../trees/loader.ts';
import { type DayEntry, dayRef, type MonthEntry, monthRef, type RepDayEntry, type SourceTree } from './source-tree.ts';

/** A rep-day that differs between two trees; no digest = it is not in that tree. */
export interface ChangedRepDay {
  readonly day: Day;
  readonly rep: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Which days of a tree can be seen: held rows come into sight when their day has come. */
export interface VisibleTree {
  readonly months: readonly MonthEntry[];
  readonly archive?: readonly MonthEntry[];
  /** The last day that can be seen. */
  readonly through: Day;
}

/**
 * The rep-days on the sheet that differ, in order of days. Looks up month and day nodes only where digests or sight
 * differ; those of trees `inMemory` are known. A subtree with a node that is not read yet is passed over (see
 * `WithItems`).
 */
export function changedRepDays(
  before: VisibleTree,
  after: VisibleTree,
  lookup: Lookup,
  inMemory: readonly SourceTree[] = [],
): ChangedRepDay[] {
  const daysOf = (month: MonthEntry | undefined) => {
    if (!month) return [];
    const [name, digest] = month;
    const known = inMemory.find(({ monthNodes }) => monthNodes.get(name)?.digest === digest);
    return known?.monthNodes.get(name)?.entries ?? parsed<DayEntry>(lookup(monthRef(name, digest)));
  };
  const repDaysOf = (day: DayEntry | undefined) => {
    if (!day) return [];
    const [name, digest] = day;
    const known = inMemory.find(({ dayNodes }) => dayNodes.get(name)?.digest === digest);
    return known?.dayNodes.get(name)?.entries ?? parsed<RepDayEntry>(lookup(dayRef(name, digest)));
  };
  const changed: ChangedRepDay[] = [];
  const sight = (month: string): boolean => sightDiffers(month, before, after);
  for (const [, oldMonth, nowMonth] of differing<string, MonthEntry>(seenMonths(before), seenMonths(after), sight)) {
    const [oldDays, nowDays] = [daysOf(oldMonth), daysOf(nowMonth)];
    if (!oldDays || !nowDays) continue;
    for (const [day, oldDay, nowDay] of differing<Day, DayEntry>(seen(oldDays, before), seen(nowDays, after))) {
      const [oldReps, nowReps] = [repDaysOf(oldDay), repDaysOf(nowDay)];
      if (!oldReps || !nowReps) continue;
      for (const [rep, old, now] of differing<string, RepDayEntry>(oldReps, nowReps))
        changed.push({ day, rep, before: old?.[1], after: now?.[1] });
    }
  }
  return changed;
}

const seenMonths = (tree: VisibleTree): MonthEntry[] => tree.months.filter(([month]) => month <= monthOf(tree.through));
const seen = (days: readonly DayEntry[], tree: VisibleTree): DayEntry[] => days.filter(([day]) => day <= tree.through);

/** An equal month is still looked into when one of two different sights ends within it. */
function sightDiffers(month: string, before: VisibleTree, after: VisibleTree): boolean {
  return before.through !== after.through && month >= monthOf(Math.min(before.through, after.through));
}

const parsed = <E>(body: string | undefined): readonly E[] | undefined =>
  body === undefined ? undefined : (JSON.parse(body) as E[]); // written by changedSourceTree

/** Goes down both lists at once, as nodes hold them in order: what is not the same in both, and what is wanted anyway. */
function differing<K extends Day | string, E extends readonly [K, string, ...unknown[]]>(
  before: readonly E[],
  after: readonly E[],
  anyway: (key: K) => boolean = () => false,
): [key: K, old: E | undefined, now: E | undefined][] {
  const found: [K, E | undefined, E | undefined][] = [];
  for (let i = 0, j = 0; ; ) {
    const [a, b] = [before[i], after[j]];
    const next = a === undefined || (b !== undefined && b[0] < a[0]) ? b : a;
    if (next === undefined) return found;
    const old = a?.[0] === next[0] ? a : undefined;
    const now = b?.[0] === next[0] ? b : undefined;
    if (old) i++;
    if (now) j++;
    if (old?.[1] !== now?.[1] || anyway(next[0])) found.push([next[0], old, now]);
  }
}
