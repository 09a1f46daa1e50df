import { describe, expect, test } from 'vitest';
import { weakestStep } from '../../../lambdas/domain/agenda/weakest-step.ts';
import { type CohortFigure, emptyWeek } from '../../../lambdas/domain/weeks/week-rollup.ts';
import { agendaFigures, TODAY, weeksOf } from '../../support/agendas.ts';

const CURRENT = TODAY - 1;
type Sums = Partial<Record<CohortFigure, number>>;

/** Ana's own funnel by weeks back; the team closes after 7 days, so the last two weeks are not matured. */
function weakest(sums: (back: number) => Sums, reps = ['r:ana'], closes = true) {
  const backs = Array.from({ length: 30 }, (_, i) => i);
  const weeks = weeksOf({ cohorts: backs.map((back) => ['r:ana', CURRENT - 7 * back, sums(back)]) });
  const now = weeks.get(CURRENT) ?? emptyWeek();
  if (closes) now.daysToClose.set(7, 3);
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

  test('young weeks do not count', () => {
    expect(weakest((back) => (back < 2 ? { ownAsks: 50 } : {}))).toBeUndefined();
  });
});
