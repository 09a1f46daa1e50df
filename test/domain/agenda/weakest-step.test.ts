import { describe, expect, test } from 'vitest';
import { weakestStep } from '../../../lambdas/domain/agenda/weakest-step.ts';
import { type CohortFigure, emptyWeek } from '../../../lambdas/domain/weeks/week-rollup.ts';
import { agendaFigures, TODAY, weeksOf } from '../../support/agendas.ts';

const CURRENT = TODAY - 1;
type Sums = Partial<Record<CohortFigure, number>>;

/** Ana's own funnel by weeks back; the team closes after 7 days, so the last two weeks are not matured. */
function weakest(sums: (back: number) => Sums, reps = ['r:ana'], closes = true, closedAfter = 7) {
  // The newest last, as people type.
  const backs = Array.from({ length: 30 }, (_, i) => 29 - i);
  const weeks = weeksOf({ cohorts: backs.map((back) => ['r:ana', CURRENT - 7 * back, sums(back)]) });
  const now = weeks.get(CURRENT) ?? emptyWeek();
  if (closes) now.daysToClose.set(closedAfter, 3);
  weeks.set(CURRENT, now);
  const { rules, current } = agendaFigures([]);
  return weakestStep({ weeks, current, settings: rules.settings }, reps, TODAY);
}

describe('the weakest step', () => {
  test('is the smallest part of what it was before, over 13 matured weeks', () => {
    // Matured are weeks 2-29 back; recent are 2-14. Opportunities went from 50 % to 40 % (0.8), asks from 40 % to 20 % (0.5).
    const found = weakest((back) => ({
      ownAttempts: 10,
      ownAttemptsOn: back < 15 ? 4 : 5,
      ownOpportunities: 5,
      ownOpportunitiesOn: back < 15 ? 1 : 2,
    }));
    expect(found).toEqual({ step: 1, now: { x: 13, n: 65 }, usual: { x: 30, n: 75 } });
  });

  test('is measured against the default where there is no history', () => {
    const found = weakest((back) =>
      back < 15 ? { ownAttempts: 10, ownAttemptsOn: 5, ownAsks: 10, ownAsksOn: 3 } : {},
    );
    // 0.5 of 0.4, and 0.3 of 0.3.
    expect(found).toEqual({ step: 2, now: { x: 39, n: 130 }, usual: 0.3 });
  });

  test('is not told from too few deals, without closes, or of others', () => {
    const few = (back: number): Sums => (back === 5 ? { ownAsks: 19, ownAsksOn: 0 } : {});
    const enough = (back: number): Sums => (back === 5 ? { ownAsks: 20, ownAsksOn: 0 } : {});
    expect(weakest(few)).toBeUndefined();
    expect(weakest(enough)).toEqual({ step: 2, now: { x: 0, n: 20 }, usual: 0.3 });
    expect(weakest(enough, ['r:ben'])).toBeUndefined();
    expect(weakest(enough, ['r:ana'], false)).toBeUndefined();
  });

  test('of a larger part and a larger share it is the smaller part', () => {
    const found = weakest((back) => ({
      ownAttempts: 10,
      ownAttemptsOn: 9,
      ownOpportunities: 20,
      ownOpportunitiesOn: back < 15 ? 3 : 2,
    }));
    expect(found).toMatchObject({ step: 0, now: { x: 117, n: 130 }, usual: { x: 135, n: 150 } });
  });

  test('of two that fell as far it is the earlier one', () => {
    const found = weakest((back) => ({
      ...{ ownOpportunities: 10, ownOpportunitiesOn: back < 15 ? 2 : 4 },
      ...{ ownAsks: 10, ownAsksOn: back < 15 ? 4 : 8 },
    }));
    expect(found?.step).toBe(1);
  });

  test.each([
    ['twenty deals and one that went on', 20, 1, { x: 1, n: 20 }],
    ['nineteen', 19, 9, 0.3],
    ['none that went on', 40, 0, 0.3],
  ])('what was before is usual from twenty deals on: %s', (_, ownAsks, ownAsksOn, usual) => {
    const found = weakest((back) => {
      if (back === 5) return { ownAsks: 20, ownAsksOn: 5 };
      return back === 20 ? { ownAsks, ownAsksOn } : { deals: 1 };
    });
    expect(found).toEqual({ step: 2, now: { x: 5, n: 20 }, usual });
  });

  test('a week is matured on the day on which its Sunday is old enough', () => {
    // The week that began 15 days ago ended 9 days ago.
    const two = (back: number): Sums => (back === 2 ? { ownAsks: 20 } : {});
    expect(weakest(two, ['r:ana'], true, 9)?.now).toEqual({ x: 0, n: 20 });
    expect(weakest(two, ['r:ana'], true, 10)).toBeUndefined();
  });

  test('young weeks do not count', () => {
    expect(weakest((back) => (back < 2 ? { ownAsks: 50 } : {}))).toBeUndefined();
  });
});
