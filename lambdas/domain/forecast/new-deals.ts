import { type Week, weeksUntil } from '../days/week.ts';
import type { DealLine } from '../deals/deal-line.ts';
import type { Weeks } from '../ratios/closing-ratio.ts';
import { type RepKey, scopes } from '../rows/rep-key.ts';
import { entry } from '../trees/entry.ts';
import { cohortFigure } from '../weeks/week-rollup.ts';
import { DECIDED_WEEKS, LEAST_WEEKS } from './forecast-input.ts';

/** What comes in a week that is no deal yet. */
export interface NewDeals {
  /** Deals first worked in a week. */
  readonly perWeek: number;
  /** Variance of that mean ÷ its square: how little is known about it. */
  readonly doubt: number;
  /** Variance from week to week, beyond what chance makes of equal weeks, ÷ the square of the mean. */
  readonly unevenness: number;
  /** Closes in a week of deals that were never worked before: nobody could have seen them coming. */
  readonly closedFirst: number;
}

/**
 * "closes expected from activity not yet deals at the recent rate": new deals per week, the mean of the 13 complete weeks
 * before `week`, by the rep who worked them first, and for the team. Orders without any contact before have no way
 * through the steps: they come at their own rate, as far back as decided deals are known.
 */
export function newDeals(
  weeks: Weeks,
  lines: readonly DealLine[],
  week: Week,
  current: Week,
): ReadonlyMap<RepKey, NewDeals> {
  const window = weeksUntil(week - 7, LEAST_WEEKS);
  const linesFrom = Math.max(window[0] ?? week, current - 7 * (DECIDED_WEEKS - 1));
  const linesWeeks = Math.max(1, (week - linesFrom) / 7);
  const atOnce = new Map<RepKey, number>();
  const won = new Map<RepKey, number>();
  for (const { closedFirst, reached, state, decided, firstReps, lastReps } of lines) {
    if (!closedFirst) continue;
    if (reached[0] >= linesFrom && reached[0] < week)
      for (const rep of scopes({ reps: firstReps })) atOnce.set(rep, (atOnce.get(rep) ?? 0) + 1);
    if (state === 'won' && decided !== undefined && decided >= linesFrom && decided < week)
      for (const rep of scopes({ reps: lastReps })) won.set(rep, (won.get(rep) ?? 0) + 1);
  }
  const counts = new Map<RepKey, number[]>();
  window.forEach((at, index) => {
    for (const rep of weeks.get(at)?.cohort.keys() ?? [])
      entry(counts, rep, () => new Array<number>(LEAST_WEEKS).fill(0))[index] = cohortFigure(
        weeks.get(at),
        rep,
        'deals',
      );
  });
  const reps = new Set([...counts.keys(), ...won.keys()]);
  return new Map(
    [...reps].map((rep) => {
      const rate = rateOf(counts.get(rep) ?? []);
      const perWeek = Math.max(0, rate.perWeek - (atOnce.get(rep) ?? 0) / linesWeeks);
      return [rep, { ...rate, perWeek, closedFirst: (won.get(rep) ?? 0) / linesWeeks }];
    }),
  );
}

function rateOf(counts: readonly number[]): Omit<NewDeals, 'closedFirst'> {
  const perWeek = counts.reduce((sum, deals) => sum + deals, 0) / LEAST_WEEKS;
  if (perWeek === 0) return { perWeek, doubt: 0, unevenness: 0 };
  const variance = counts.reduce((sum, deals) => sum + (deals - perWeek) ** 2, 0) / (LEAST_WEEKS - 1);
  return {
    perWeek,
    doubt: Math.max(variance, perWeek) / LEAST_WEEKS / perWeek ** 2,
    unevenness: Math.max(0, variance - perWeek) / perWeek ** 2,
  };
}
