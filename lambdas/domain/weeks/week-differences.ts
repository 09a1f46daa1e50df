import type { Week } from '../days/week.ts';
import type { Lookup } from '../trees/loader.ts';
import { changedWeek, isZero } from './changed-week.ts';
import { type DerivedRoot, readDecided, type WeekAfter, weekBodies } from './derived-tree.ts';
import type { DecidedChanges } from './rollup-changes.ts';
import { addTo, type WeekRollup } from './week-rollup.ts';

/** What is to be added to weeks: only those in which something is left to add. */
export interface WeekDifferences {
  readonly rollups: ReadonlyMap<Week, WeekRollup>;
  readonly decided: DecidedChanges;
}

/** A changed deal takes its old figures away and adds the new ones: most weeks of its history end at no difference. */
export const weekDifferences = (rollups: ReadonlyMap<Week, WeekRollup>, decided: DecidedChanges): WeekDifferences => ({
  rollups: new Map([...rollups].filter(([, rollup]) => !isZero(rollup))),
  decided: new Map([...decided].filter(([, lines]) => [...lines.values()].some((deals) => deals !== 0))),
});

export interface StoredWeeks {
  readonly rollups: ReadonlyMap<Week, string>;
  readonly decided: ReadonlyMap<Week, ReadonlyMap<string, number>>;
}

/** The weeks that differ, as they are stored. */
export const weeksBefore = (
  base: Pick<DerivedRoot, 'quarters'>,
  { rollups, decided }: WeekDifferences,
  lookup: Lookup,
): StoredWeeks => ({
  rollups: weekBodies(base, new Set(rollups.keys()), lookup),
  decided: readDecided(base, new Set(decided.keys()), lookup),
});

/** The same with the differences added. */
export function weeksAfter(stored: StoredWeeks, { rollups, decided }: WeekDifferences): ReadonlyMap<Week, WeekAfter> {
  const after = new Map<Week, WeekAfter>();
  for (const [week, change] of rollups)
    after.set(week, { rollup: changedWeek(stored.rollups.get(week) ?? '', change) });
  for (const [week, change] of decided) {
    const lines = new Map(stored.decided.get(week));
    for (const [line, deals] of change) addTo(lines, line, deals);
    after.set(week, { ...after.get(week), decided: lines });
  }
  return after;
}
