import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohortWeeks, maturedCohort, prospectToClose } from '../../../lambdas/domain/ratios/closing-ratio.ts';
import { ratioText, valueOfRatio, wilson } from '../../../lambdas/domain/ratios/ratio.ts';
import { openOf, ownFunnel, stepRatios, wonValue } from '../../../lambdas/domain/ratios/step-ratios.ts';
import { COHORT_FIGURES, type Cohort } from '../../../lambdas/domain/weeks/week-rollup.ts';
import { cellsOfRow } from '../../support/activity-logs.ts';
import { dealStory, rowsOfStories, storyOracle } from '../../support/deal-stories.ts';
import { figuresOf } from '../../support/report-figures.ts';
import { row, serial } from '../../support/trees.ts';

const cohort = (figures: Partial<Cohort>): Cohort =>
  ({ ...Object.fromEntries(COHORT_FIGURES.map((figure) => [figure, 0])), ...figures }) as Cohort; // keys are COHORT_FIGURES

describe('step ratios', () => {
  test('100 deals, 40 opportunities, 20 asks, 5 won: 40 % × 50 % × 25 % = 5 %', () => {
    const steps = stepRatios({ deals: 100, opportunity: 40, ask: 20, won: 5 });
    expect(Object.values(steps).map(ratioText)).toEqual(['40/100', '20/40', '5/20']);
    expect(Object.values(steps).reduce((product, step) => product * (valueOfRatio(step) ?? 0), 1)).toBeCloseTo(
      0.05,
      12,
    );
  });

  test('by value: 3 000 won of 12 000 asked for', () => {
    expect(valueOfRatio(wonValue({ wonAmount: 300_000, askAmount: 1_200_000 }))).toBe(0.25);
    expect(ratioText(wonValue({ wonAmount: 0, askAmount: 0 }))).toBe('– (0/0)');
  });

  test('won + lost + open = the deals: 5 won and 15 lost of 100 leave 80', () => {
    expect(openOf({ deals: 100, won: 5, lost: 15 })).toBe(80);
  });

  test('an own funnel begins where the rep came in: 10 received at the ask, 4 of them closed', () => {
    const { received, steps } = ownFunnel(cohort({ received: 10, ownAsks: 10, ownAsksOn: 4 }));
    expect([received, ...Object.values(steps).map(ratioText)]).toEqual([10, '– (0/0)', '– (0/0)', '4/10']);
  });
});

const AS_OF = '2026-02-16';
const KEYS = { t: '*', 'r:ana': 'Ana', 'r:ben': 'Ben', 'r:cy': 'Cy' } as const;
/** Long before, so that no deal of a story is under way when the data begin. */
const BEGIN = row('2025-06-02', 'Zoe', '', 'Administration');

describe('the ratios of matured cohorts', () => {
  test('are those that SQL finds in the stories of the deals', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(dealStory, { maxLength: 25, size: 'max' }), async (stories) => {
        const rows = [BEGIN, ...rowsOfStories(stories).map(cellsOfRow)];
        const { weeks, current, asOf } = await figuresOf(rows, `${AS_OF} 15:00`);
        const oracle = storyOracle(stories, serial(AS_OF));
        for (const [key, rep] of Object.entries(KEYS)) {
          const cohorts = cohortWeeks(weeks, key, serial('2025-06-02'), current, asOf.day);
          const sum = maturedCohort(cohorts);
          const expected = oracle.sums(rep);
          expect([sum.deals, sum.opportunity, sum.ask, sum.won, sum.lost, openOf(sum)]).toEqual([
            ...[expected.deals, expected.opportunities, expected.asks],
            ...[expected.won, expected.lost, expected.open],
          ]);
          expect(wonValue(sum)).toEqual({ x: 100 * expected.booked, n: 100 * expected.asked });
          if (key !== 't') {
            const own = oracle.own(rep);
            const { received, steps } = ownFunnel(sum);
            expect([received, ...Object.values(steps).flatMap(({ x, n }) => [n, x])]).toEqual([
              ...[own.received, own.at0, own.on0, own.at1, own.on1, own.at2, own.on2],
            ]);
          }
          holdsTogether(sum, prospectToClose(cohorts));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('hold together whatever the sums', () => {
    const steps = fc.tuple(fc.nat(400), fc.nat(400), fc.nat(400), fc.nat(400), fc.nat(400));
    fc.assert(
      fc.property(steps, (numbers) => {
        const [deals = 0, opportunity = 0, ask = 0, won = 0] = numbers.toSorted((a, b) => b - a);
        const lost = Math.min(numbers[0], deals - won);
        holdsTogether(cohort({ deals, opportunity, ask, won, lost }), { x: won, n: deals });
      }),
    );
  });
});

/** Product = headline; won + lost + open = deals; absent exactly without a denominator; intervals contain the estimate. */
function holdsTogether(sum: Cohort, headline: { x: number; n: number }): void {
  const steps = Object.values(stepRatios(sum));
  const values = steps.map(valueOfRatio);
  steps.forEach(({ n }, at) => {
    expect(values[at] === undefined).toBe(n === 0);
  });
  const known = values.filter((value) => value !== undefined);
  if (known.length === 3)
    expect(known.reduce((product, value) => product * value, 1)).toBeCloseTo(valueOfRatio(headline) ?? Number.NaN, 12);
  // Where a step has nobody, nobody closed either.
  else expect(headline.x).toBe(0);
  expect(sum.won + sum.lost + openOf(sum)).toBe(sum.deals);
  expect(openOf(sum)).toBeGreaterThanOrEqual(0);
  for (const step of [...steps, headline]) {
    const [interval, value] = [wilson(step), valueOfRatio(step)];
    expect(interval === undefined).toBe(step.n === 0);
    if (!interval || value === undefined) continue;
    expect(value).toBeLessThanOrEqual(1);
    expect(interval.low).toBeLessThanOrEqual(value);
    expect(interval.high).toBeGreaterThanOrEqual(value);
  }
}
