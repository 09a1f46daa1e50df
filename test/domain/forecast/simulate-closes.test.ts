import { describe, expect, test } from 'vitest';
import type { DealLine } from '../../../lambdas/domain/deals/deal-line.ts';
import type { NewDeals } from '../../../lambdas/domain/forecast/new-deals.ts';
import { outlook } from '../../../lambdas/domain/forecast/outlook.ts';
import { simulateCloses } from '../../../lambdas/domain/forecast/simulate-closes.ts';
import type { Standing } from '../../../lambdas/domain/forecast/standing.ts';
import type { StandingDeal } from '../../../lambdas/domain/forecast/standing-deal.ts';
import { TEAM } from '../../../lambdas/domain/rows/rep-key.ts';
import { historyOf, START } from '../../support/deal-histories.ts';
import { countsIn, dealOf, mean, standingOf, steadyHazards, variance } from './made-standing.ts';

const RUNS = { draws: 40, lives: 40 };
const ALL = RUNS.draws * RUNS.lives;
/** Comes in on the first day forecast, so a week is a week. */
const ask = (more: Partial<StandingDeal> = {}) => dealOf({ since: START + 1, ...more });
const asks = (many: number, more?: Partial<StandingDeal>) => Array.from({ length: many }, () => ask(more));
const won = (...amounts: readonly number[]): readonly DealLine[] =>
  historyOf(
    amounts.map((amount) => ({ reached: [START, START, START], end: { day: START, how: 'won' }, amount })),
    START,
  ).decidedDeals;
const arriving = (of: Partial<NewDeals>): Standing['coming'] =>
  new Map([[TEAM, { perWeek: 0, doubt: 0, unevenness: 0, closedFirst: 0, ...of }]]);
/** An ask closes with this chance in each week; new deals are asks on the day they come. */
const simulated = (standing: Partial<Standing>, horizons: readonly number[], chance = 0.3, seed = 1) =>
  simulateCloses(
    outlook(standingOf(standing, { team: steadyHazards([1, 1, chance]), sameDay: [1, 1, 1 / 7] }), horizons),
    seed,
    RUNS,
  );

/** Within four standard errors of the mean; the variance within a fifth. */
function expectMoments(of: Float64Array | undefined, expected: { mean: number; variance: number }) {
  expect(Math.abs(mean(of ?? []) - expected.mean)).toBeLessThan(4 * Math.sqrt(expected.variance / ALL));
  expect(variance(of ?? []) / expected.variance).toBeGreaterThan(0.8);
  expect(variance(of ?? []) / expected.variance).toBeLessThan(1.2);
}

describe('open deals, lived through', () => {
  test('few: binomial within a week, and within two; revenue is what they name', () => {
    const { closes, revenue } = simulated({ deals: asks(6, { amount: 700 }) }, [7, 14]);
    expect([closes.length, closes[0]?.length]).toEqual([2, ALL]);
    expectMoments(closes[0], { mean: 6 * 0.3, variance: 6 * 0.3 * 0.7 });
    expectMoments(closes[1], { mean: 6 * 0.51, variance: 6 * 0.51 * 0.49 });
    closes.forEach((of, at) => {
      expect(revenue[at]).toEqual(of.map((deals) => 700 * deals));
    });
    // What closed in a week is closed after two.
    expect(closes[1]?.every((deals, run) => deals >= (closes[0]?.[run] ?? 0))).toBe(true);
  });

  test('many: the same, drawn at once', () => {
    const { closes, revenue } = simulated({ deals: asks(60, { amount: 700 }) }, [7, 14]);
    expectMoments(closes[0], { mean: 60 * 0.3, variance: 60 * 0.3 * 0.7 });
    expectMoments(revenue[0], { mean: 700 * 60 * 0.3, variance: 700 ** 2 * 60 * 0.3 * 0.7 });
    expect(Math.abs(mean(closes[1] ?? []) / 60 - 0.51)).toBeLessThan(0.01);
    expect(Math.abs(mean(revenue[1] ?? []) / 700 / 60 - 0.51)).toBeLessThan(0.01);
  });

  test('an amount nobody named is one of those won, in proportion; how much they are on average is in doubt too', () => {
    // Won 500 and 1500: the usual one half or one and a half times; variance 1/4, of their mean 1/8.
    const { closes, revenue } = simulated({ deals: asks(4), won: won(500, 1500), usual: () => 1000 }, [7], 1);
    expect(new Set(closes[0])).toEqual(new Set([4]));
    const spread = 4 * (0.25 * (1 + 1 / 8)) + 16 / 8;
    expect(Math.abs(mean(revenue[0] ?? []) / 1000 - 4)).toBeLessThan(4 * Math.sqrt(16 / 8 / RUNS.draws));
    expect(variance(revenue[0] ?? []) / 1e6 / spread).toBeGreaterThan(0.5);
    expect(variance(revenue[0] ?? []) / 1e6 / spread).toBeLessThan(2);
  });

  test('where nothing was won before, the usual amount as it is', () => {
    const { revenue } = simulated({ deals: asks(3), usual: () => 1000 }, [7], 1);
    expect(new Set(revenue[0])).toEqual(new Set([3000]));
  });

  test('what was learned from few is in doubt for all together: 3 of 10 closed, so Beta(3, 7)', () => {
    const team = steadyHazards([0, 0, 0.3]);
    const teamCounts = countsIn(2, 0, 3, 0, 10);
    const standing = standingOf({ deals: asks(8, { amount: 1 }) }, { team, teamCounts });
    const runs = { draws: 400, lives: 2 };
    const found = simulateCloses(outlook(standing, [7]), 3, runs).closes[0] ?? [];
    // Beta-binomial: n p q (a + b + n) / (a + b + 1).
    const spread = (8 * 0.3 * 0.7 * 18) / 11;
    expect(Math.abs(mean(found) - 2.4)).toBeLessThan(4 * Math.sqrt(spread / 400));
    expect(variance(found) / spread).toBeGreaterThan(0.75);
    expect(variance(found) / spread).toBeLessThan(1.25);
  });

  test('nothing open and nothing to come: nothing, in every run', () => {
    const { closes, revenue } = simulated({}, [7, 28]);
    for (const of of [...closes, ...revenue]) expect(of).toEqual(new Float64Array(ALL));
  });
});

describe('what is to come, lived through', () => {
  test('orders without contact: Poisson, by the day', () => {
    const { closes, revenue } = simulated({ coming: arriving({ closedFirst: 1.4 }), usual: () => 300 }, [5, 21]);
    expectMoments(closes[0], { mean: 1, variance: 1 });
    expectMoments(closes[1], { mean: 4.2, variance: 4.2 });
    expect(revenue[1]).toEqual(closes[1]?.map((deals) => 300 * deals));
  });

  test('new deals that all close on the day they come: Poisson too', () => {
    const standing = standingOf(
      { coming: arriving({ perWeek: 3 }) },
      { team: steadyHazards([1, 1, 1]), sameDay: [1, 1, 1] },
    );
    const { closes } = simulateCloses(outlook(standing, [7, 10]), 1, RUNS);
    expectMoments(closes[0], { mean: 3, variance: 3 });
    expectMoments(closes[1], { mean: 30 / 7, variance: 30 / 7 });
  });

  test('weeks are as uneven as the last ones: each by itself', () => {
    const standing = standingOf(
      { coming: arriving({ perWeek: 3, unevenness: 0.5 }) },
      { team: steadyHazards([1, 1, 1]), sameDay: [1, 1, 1] },
    );
    const { closes } = simulateCloses(outlook(standing, [7, 14]), 1, RUNS);
    // Variance of a week: 3 by chance and half of 3^2; two weeks are independent.
    expectMoments(closes[0], { mean: 3, variance: 3 + 4.5 });
    expectMoments(closes[1], { mean: 6, variance: 6 + 9 });
  });

  test('a rate that is in doubt is so for all weeks together', () => {
    const standing = standingOf(
      { coming: arriving({ perWeek: 3, doubt: 0.25 }) },
      { team: steadyHazards([1, 1, 1]), sameDay: [1, 1, 1] },
    );
    const { closes } = simulateCloses(outlook(standing, [14]), 2, { draws: 400, lives: 2 });
    const spread = 6 + 0.25 * 36;
    expect(Math.abs(mean(closes[0] ?? []) - 6)).toBeLessThan(4 * Math.sqrt(spread / 400));
    expect(variance(closes[0] ?? []) / spread).toBeGreaterThan(0.75);
    expect(variance(closes[0] ?? []) / spread).toBeLessThan(1.25);
  });
});

test('the same seed says the same; another another', () => {
  const of = (seed: number) =>
    simulated({ deals: asks(6), coming: arriving({ perWeek: 2, doubt: 0.1 }) }, [7], 0.3, seed);
  expect(of(7)).toEqual(of(7));
  expect(of(7).closes).not.toEqual(of(8).closes);
});
