import type { Week } from '../days/week.ts';
import { changedEntries } from '../trees/changed-entries.ts';
import type { Lookup } from '../trees/loader.ts';
import { addCount, changedWeek } from './changed-week.ts';
import { type DerivedRoot, decidedBodies, type WeekAfter, weekBodies } from './derived-tree.ts';
import type { DecidedChanges } from './rollup-changes.ts';
import type { WeekRollup } from './week-rollup.ts';
import { countsLeft, leftOf, withoutZeros } from './without-zeros.ts';

/** What is to be added to weeks: only what is not 0. */
export interface WeekDifferences {
  readonly rollups: ReadonlyMap<Week, WeekRollup>;
  readonly decided: DecidedChanges;
}

/** A changed deal takes its old figures away and adds the new ones: most of it ends at no difference. */
export const weekDifferences = (rollups: ReadonlyMap<Week, WeekRollup>, decided: DecidedChanges): WeekDifferences => ({
  rollups: leftOf(rollups, withoutZeros),
  decided: leftOf(decided, countsLeft),
});

/** The weeks that differ, as they are stored. */
export interface StoredWeeks {
  readonly rollups: ReadonlyMap<Week, string>;
  readonly decided: ReadonlyMap<Week, string>;
}

export const weeksBefore = (
  base: Pick<DerivedRoot, 'quarters'>,
  { rollups, decided }: WeekDifferences,
  lookup: Lookup,
): StoredWeeks => ({
  rollups: weekBodies(base, new Set(rollups.keys()), lookup),
  decided: decidedBodies(base, new Set(decided.keys()), lookup),
});

/** The same with the differences added. */
export function weeksAfter(stored: StoredWeeks, { rollups, decided }: WeekDifferences): ReadonlyMap<Week, WeekAfter> {
  const after = new Map<Week, WeekAfter>();
  for (const [week, change] of rollups)
    after.set(week, { rollup: changedWeek(stored.rollups.get(week) ?? '', change) });
  for (const [week, change] of decided)
    after.set(week, { ...after.get(week), decided: changedLines(stored.decided.get(week) ?? '', change) });
  return after;
}

function changedLines(body: string, change: ReadonlyMap<string, number>): string {
  const lines = changedEntries(body, change, addCount);
  return lines === '[]' ? '' : lines;
}
