import type { WeekRollup } from './week-rollup.ts';

/**
 * What is left of the sums that are to be added to a week, `undefined` = nothing. A changed deal takes its old figures
 * away and adds the new ones: most end at no difference.
 */
export function withoutZeros({ days, cohort, daysToClose, gaps, exits, stepDays }: WeekRollup): WeekRollup | undefined {
  const left = {
    days: leftOf(days, (byDay) => filled(leftOf(byDay, someSum))),
    cohort: leftOf(cohort, someSum),
    daysToClose: leftOf(daysToClose, some),
    gaps: leftOf(gaps, some),
    exits: leftOf(exits, countsLeft),
    stepDays: leftOf(stepDays, some),
  };
  return Object.values(left).every(({ size }) => size === 0) ? undefined : left;
}

/** The same of changes by some key; `left` = what is left of one of them. */
export function leftOf<K, C, L>(changes: ReadonlyMap<K, C>, left: (change: C) => L | undefined): Map<K, L> {
  const all = new Map<K, L>();
  for (const [key, change] of changes) {
    const what = left(change);
    if (what !== undefined) all.set(key, what);
  }
  return all;
}

/** Without those that are 0, `undefined` = none is left. */
export const countsLeft = <K>(counts: ReadonlyMap<K, number>): Map<K, number> | undefined =>
  filled(leftOf(counts, some));

const some = (amount: number): number | undefined => (amount === 0 ? undefined : amount);
const someSum = (sums: number[]): number[] | undefined => (sums.every((amount) => amount === 0) ? undefined : sums);
const filled = <K, C>(changes: Map<K, C>): Map<K, C> | undefined => (changes.size === 0 ? undefined : changes);
