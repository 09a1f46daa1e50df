import { describe, expect, test } from 'vitest';
import {
  cohortWeeks,
  funnel,
  maturityDays,
  prospectToClose,
  type Weeks,
} from '../../../lambdas/domain/ratios/closing-ratio.ts';
import { TEAM } from '../../../lambdas/domain/rows/rep-key.ts';
import { addCohort, addTo, emptyWeek, type WeekRollup } from '../../../lambdas/domain/weeks/week-rollup.ts';

/** Monday 2026-01-05. */
const FIRST = 46027;
const week = (n: number): number => FIRST + 7 * n;

function weeksOf(fill: Readonly<Record<number, (rollup: WeekRollup) => void>>): Weeks {
  return new Map(
    Object.entries(fill).map(([n, add]) => {
      const rollup = emptyWeek();
      add(rollup);
      return [week(Number(n)), rollup];
    }),
  );
}

const closedAfter =
  (...days: readonly number[]) =>
  (rollup: WeekRollup) => {
    for (const day of days) addTo(rollup.daysToClose, day, 1);
  };
const cohort = (deals: number, opportunity: number, ask: number, won: number) => (rollup: WeekRollup) => {
  addCohort(rollup, TEAM, 'deals', deals);
  addCohort(rollup, TEAM, 'opportunity', opportunity);
  addCohort(rollup, TEAM, 'ask', ask);
  addCohort(rollup, TEAM, 'won', won);
};

describe('days until a cohort is matured', () => {
  test.each([
    [[10], 10],
    // nearest rank: the 4th of 5
    [[1, 2, 3, 40, 50], 40],
    // 0.8 x 4 = 3.2, so the 4th
    [[9, 7, 8, 30], 30],
    // in order of days, whatever the order of the closes
    [[100, 9, 8, 7, 10], 10],
    [[5, 5, 5, 5, 5, 5, 5, 5, 90, 90], 5],
  ])('of closes after %j days is %d', (days, expected) => {
    expect(maturityDays(weeksOf({ 3: closedAfter(...days) }), week(4))).toBe(expected);
  });

  test('is learned from the last 104 weeks only, and absent without closes', () => {
    const weeks = weeksOf({ 0: closedAfter(500), 104: closedAfter(3) });
    expect(maturityDays(weeks, week(104))).toBe(3);
    expect(maturityDays(weeks, week(103))).toBe(500);
    expect(maturityDays(weeksOf({ 0: closedAfter(5), 9: closedAfter(500) }), week(8))).toBe(5);
    expect(maturityDays(weeksOf({}), week(4))).toBeUndefined();
  });
});

describe('prospect to close', () => {
  test('a cohort counts from the day on which its last deal is old enough', () => {
    const weeks = weeksOf({ 0: cohort(10, 6, 5, 4), 1: closedAfter(10) });
    const at = (asOf: number) => prospectToClose(cohortWeeks(weeks, TEAM, week(0), week(3), asOf));
    expect(at(week(0) + 6 + 9)).toEqual({ x: 0, n: 0 });
    expect(at(week(0) + 6 + 10)).toEqual({ x: 4, n: 10 });
  });

  test('the headline takes the last 26 matured weeks, and the funnel the same ones', () => {
    const weeks = new Map(
      Array.from({ length: 30 }, (_, n) => [
        week(n),
        weeksOf({ 0: cohort(10, 8, 6, n < 4 ? 10 : 5) }).get(week(0)) ?? emptyWeek(),
      ]),
    );
    const last = weeks.get(week(29));
    if (last) addTo(last.daysToClose, 0, 1);
    const cohorts = cohortWeeks(weeks, TEAM, week(0), week(29), week(29) + 6);
    expect(cohorts.every(({ matured }) => matured)).toBe(true);
    // Weeks 4 to 29: 26 x 10 deals, 26 x 5 won.
    expect(prospectToClose(cohorts)).toEqual({ x: 130, n: 260 });
    expect(funnel(cohorts)).toEqual([
      { step: 'Prospects worked', deals: 260 },
      { step: 'Opportunity', deals: 208 },
      { step: 'Ask', deals: 156 },
      { step: 'Closed', deals: 130 },
    ]);
  });

  test('a rep without deals has none, not zero', () => {
    expect(prospectToClose(cohortWeeks(weeksOf({ 0: closedAfter(1) }), 'r:nobody', week(0), week(2), week(2)))).toEqual(
      { x: 0, n: 0 },
    );
  });
});
