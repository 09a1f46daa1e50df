import { describe, expect, test } from 'vitest';
import { controlYardstick } from '../../../lambdas/domain/targets/control-yardstick.ts';
import type { StepCounts } from '../../../lambdas/domain/targets/step-counts.ts';
import type { RepBasis, TargetBasis } from '../../../lambdas/domain/targets/target-basis.ts';
import { rulesWith } from '../../support/week-rollups.ts';

const { settings } = rulesWith([]);
const steps = (attempts: number, opportunities: number, asks: number, closes: number): StepCounts => ({
  ...{ attempts, followUps: 0, opportunities, asks, closes },
});
const own = (value: number) => ({ own: { x: 0, n: 0 }, prior: value, priorFrom: 'default' as const, value });

/** Someone of Inside with 100 attempts, 40 opportunities, 20 asks, 8 closes; by the ratios 1 in 10, 1 in 10, 1 in 10. */
function rep(key: string, other: Partial<RepBasis> = {}): RepBasis {
  return {
    ...{ key, segment: 'Inside', weekly: [], deals: 0, received: 0, counts: steps(100, 40, 20, 8) },
    ratios: {
      start: 'attempt',
      opportunitiesPerAttempt: own(0.1),
      asksPerOpportunity: own(0.1),
      closesPerAsk: own(0.1),
      followUpsPerStart: 2,
    },
    deal: { amount: 1_000, from: 'own deals' },
    peersWon: { closes: 10, amount: 20_000 },
    ...other,
  };
}
const yardstick = (...reps: readonly RepBasis[]) =>
  controlYardstick(
    { reps: new Map(reps.map((each) => [each.key, each])) } as unknown as TargetBasis, // nothing else of it is read
    'r:ana',
    settings,
  );

describe('what reaching the goal is held against', () => {
  test('the ratios and the deals of the others of the segment', () => {
    const found = yardstick(
      rep('r:ana', { counts: steps(1_000, 1, 1, 1) }),
      rep('r:ben'),
      rep('r:cy', { segment: 'Field', counts: steps(1_000, 1_000, 1_000, 1_000) }),
    );
    expect(found).toMatchObject({
      rates: {
        ...{ start: 'attempt', opportunitiesPerAttempt: 0.4, asksPerOpportunity: 0.5, closesPerAsk: 0.4 },
        followUpsPerStart: 2,
      },
      dealSize: 2_000,
      from: { opportunities: 'segment', asks: 'segment', closes: 'segment' },
    });
  });

  test('a ratio of fewer than 20 cases of theirs is the own one, below 20 of these the default', () => {
    const ben = rep('r:ben', { counts: steps(20, 19, 20, 8) });
    const found = yardstick(rep('r:ana', { counts: steps(10, 40, 10, 4) }), ben);
    expect(found?.from).toEqual({ opportunities: 'segment', asks: 'own', closes: 'segment' });
    expect(found?.rates).toMatchObject({ opportunitiesPerAttempt: 19 / 20, asksPerOpportunity: 1 / 4 });
    const alone = yardstick(rep('r:ana', { counts: steps(19, 20, 19, 4) }));
    expect(alone?.from).toEqual({ opportunities: 'default', asks: 'own', closes: 'default' });
    expect(alone?.rates.closesPerAsk).toBe(settings.closesPerAsk);
  });

  test('a ratio of 0 tells nothing', () => {
    expect(yardstick(rep('r:ana'), rep('r:ben', { counts: steps(100, 40, 20, 0) }))?.from.closes).toBe('own');
  });

  test.each([
    ['five deals of theirs', { closes: 5, amount: 10_000 }, 2_000],
    ['four deals of theirs', { closes: 4, amount: 10_000 }, 1_000],
    ['deals that brought nothing', { closes: 9, amount: 0 }, 1_000],
  ])('the size of a deal: %s', (_, peersWon, size) => {
    expect(yardstick(rep('r:ana', { peersWon }), rep('r:ben'))?.dealSize).toBe(size);
  });

  test("the rep's own ratios and deals where an attempt of the rep brings more", () => {
    const better = { ...rep('r:ana').ratios, opportunitiesPerAttempt: own(0.9), asksPerOpportunity: own(0.9) };
    // 0.9 x 0.9 x 0.1 of 1,000 are 81; of the others 0.4 x 0.5 x 0.4 of 2,000 are 160, of 1,000 they are 80.
    const of = (peersWon: RepBasis['peersWon']) => yardstick(rep('r:ana', { ratios: better, peersWon }), rep('r:ben'));
    expect(of({ closes: 10, amount: 20_000 })?.from.asks).toBe('segment');
    expect(of({ closes: 10, amount: 10_000 })).toMatchObject({
      rates: { opportunitiesPerAttempt: 0.9, asksPerOpportunity: 0.9, closesPerAsk: 0.1 },
      dealSize: 1_000,
      from: { opportunities: 'own', asks: 'own', closes: 'own' },
    });
  });

  test('who starts at Opportunity is compared from there', () => {
    // 1 in 10 of their opportunities comes of an attempt, which is no matter here: 0.5 x 0.5 against 0.5 x 0.4.
    const ratios = {
      ...{ start: 'opportunity' as const, followUpsPerStart: 0, opportunitiesPerAttempt: own(0.01) },
      ...{ asksPerOpportunity: own(0.5), closesPerAsk: own(0.5) },
    };
    const peersWon = { closes: 10, amount: 10_000 };
    expect(yardstick(rep('r:ana', { ratios, peersWon }), rep('r:ben'))?.from.opportunities).toBe('own');
    const fromAttempt = { ...ratios, start: 'attempt' as const };
    expect(yardstick(rep('r:ana', { ratios: fromAttempt, peersWon }), rep('r:ben'))?.from.asks).toBe('segment');
  });

  test('no answer for who is not on the team, or whose deals nobody can tell the size of', () => {
    expect(yardstick(rep('r:ben'))).toBeUndefined();
    const { deal: _, ...without } = rep('r:ana');
    expect(yardstick(without, rep('r:ben'))).toBeUndefined();
  });
});
