import { expect, test } from 'vitest';
import { outlook } from '../../../lambdas/domain/forecast/outlook.ts';
import { simulateCloses } from '../../../lambdas/domain/forecast/simulate-closes.ts';
import type { Standing } from '../../../lambdas/domain/forecast/standing.ts';
import { TEAM } from '../../../lambdas/domain/rows/rep-key.ts';
import { historyOf, START } from '../../support/deal-histories.ts';
import { dealOf, mean, standingOf, steadyHazards, variance } from './made-standing.ts';

const DRAWS = 400;
/** Won 100 and 1900: a tenth of their mean, and 19 tenths; variance 0.81, of their mean 0.405. */
const WON = historyOf(
  [100, 1900].map((amount) => ({ reached: [START, START, START], end: { day: START, how: 'won' }, amount })),
  START,
).decidedDeals;
const revenueOf = (more: Partial<Standing>) =>
  simulateCloses(
    outlook(standingOf({ won: WON, usual: () => 1000, ...more }, { team: steadyHazards([0, 0, 1]) }), [7]),
    4,
    { draws: DRAWS, lives: 1 },
  ).revenue[0] ?? [];
/** The mean within four standard errors of what theory says, the variance within a third. */
function expectNear(of: ArrayLike<number>, middle: number, spread: number) {
  expect(Math.abs(mean(of) - middle)).toBeLessThan(4 * Math.sqrt(spread / DRAWS));
  expect(variance(of) / spread).toBeGreaterThan(2 / 3);
  expect(variance(of) / spread).toBeLessThan(4 / 3);
}

test('one deal whose amount nobody named: the usual one on average, as uneven as those won, and the usual one in doubt', () => {
  const found = revenueOf({ deals: [dealOf({ since: START + 1 })] });
  // (1 + 0.81)(1 + 0.405) - 1.
  expectNear(found, 1000, 1e6 * (1.81 * 1.405 - 1));
});

test('one that names its amount brings that', () => {
  expect(new Set(revenueOf({ deals: [dealOf({ since: START + 1, amount: 44 })] }))).toEqual(new Set([44]));
});

test('orders to come: Poisson many, of amounts like those', () => {
  const found = revenueOf({ coming: new Map([[TEAM, { perWeek: 0, doubt: 0, unevenness: 0, closedFirst: 9 }]]) });
  // Given the usual amount u: 9 · 1.81 u²; and 9 u varies with u.
  expectNear(found, 9000, 1e6 * (9 * 1.81 * 1.405 + 81 * 0.405));
});

test('many at once have the same mean and spread as one by one', () => {
  const found = revenueOf({ deals: Array.from({ length: 20 }, () => dealOf({ since: START + 1 })) });
  // 20 close for certain: 20 · 0.81, and 20 u varies with u.
  expectNear(found, 20_000, 1e6 * (20 * 0.81 + 400 * 0.405));
});

test('a day on which none of the team’s deals ever closed is no obstacle to the days after it', () => {
  const standing = standingOf(
    { deals: Array.from({ length: 5 }, () => dealOf({ since: START + 1, amount: 1 })) },
    { team: steadyHazards([0, 0, 0.3]), sameDay: [1, 1, 0] },
  );
  const { closes } = simulateCloses(outlook(standing, [1, 7]), 1, { draws: 20, lives: 20 });
  expect(new Set(closes[0])).toEqual(new Set([0]));
  expect(Math.abs(mean(closes[1] ?? []) - 1.5)).toBeLessThan(4 * Math.sqrt(1.05 / DRAWS));
});
