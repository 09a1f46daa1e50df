import { describe, expect, test } from 'vitest';
import { startsPerClose } from '../../../lambdas/domain/targets/ratio-range.ts';
import type { RowRatios } from '../../../lambdas/domain/targets/row-ratios.ts';
import { seedOf } from '../../../lambdas/domain/targets/seed.ts';

const prior = (of: number): RowRatios['closesPerAsk'] => ({
  own: { x: 0, n: 0 },
  value: of,
  prior: of,
  priorFrom: 'default',
});
const ratios = (start: RowRatios['start']): RowRatios => ({
  ...{ start, opportunitiesPerAttempt: prior(0.5), asksPerOpportunity: prior(0.5), closesPerAsk: prior(0.5) },
  followUpsPerStart: 1,
});
const week = (closes: number) => ({ attempts: 80, followUps: 0, opportunities: 40, asks: 20, closes });

describe('first steps for one close, by drawing the weeks again', () => {
  test('weeks that are alike leave no doubt: as the ratios have it', () => {
    const alike = [week(10), week(10), week(10)];
    // One in two at each of three steps, from attempts; from opportunities at two.
    expect(startsPerClose(alike, ratios('attempt'), 1)).toEqual({ low: 8, high: 8 });
    expect(startsPerClose(alike, ratios('opportunity'), 1)).toEqual({ low: 4, high: 4 });
  });

  test('of two weeks, each draw has one of them twice or both', () => {
    // Closes of 40 asks, with ten more at one in two: 5, 15 or 25 of 50.
    const range = startsPerClose([week(0), week(20)], ratios('opportunity'), 1);
    expect(range).toEqual({ low: 4 * (25 / 45), high: 4 * (25 / 5) });
  });

  test('one week tells no range', () => {
    expect(startsPerClose([week(10)], ratios('attempt'), 1)).toBeUndefined();
    expect(startsPerClose([], ratios('attempt'), 1)).toBeUndefined();
  });
});

test('a seed differs by every word, and by where one ends', () => {
  const seeds = [seedOf(1, 'r:ana'), seedOf(1, 'r:ben'), seedOf(2, 'r:ana'), seedOf('1r', ':ana'), seedOf()];
  expect(new Set(seeds).size).toBe(5);
  expect(seedOf(1, 'r:ana')).toBe(seeds[0]);
});
