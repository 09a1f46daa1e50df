import { describe, expect, test } from 'vitest';
import {
  type Crowd,
  type Crowds,
  crowdOf,
  crowdsTogether,
  drawCrowds,
} from '../../../lambdas/domain/forecast/crowd.ts';
import type { DealOutlook } from '../../../lambdas/domain/forecast/outlook.ts';
import { dealOf, drawsOfNormal, scripted } from './made-standing.ts';

const deals = (many: number, within: readonly number[], amount: number, own: boolean): DealOutlook[] =>
  Array.from({ length: many }, () => ({
    deal: dealOf(own ? { amount } : {}),
    step: 2,
    age: 0,
    within: Float64Array.from(within),
    amount,
  }));

describe('deals as a crowd', () => {
  // Half of the closes come of the 20 that name no amount, half of the 10 that name one.
  const mixed = [...deals(20, [0.25, 0.5], 1000, false), ...deals(10, [0.5, 1], 4000, true)];

  test('by hand', () => {
    expect(crowdOf({ deals: mixed }, 0.25)).toEqual({
      size: 30,
      expected: Float64Array.of(10, 20),
      known: expect.closeTo(0.5, 12),
      ownMean: expect.closeTo(4000, 8),
      usualMean: expect.closeTo(1000, 8),
      // Variance within: half of 1000^2 / 4; between: 1500 to either side of 2500.
      spread: expect.closeTo(Math.sqrt(125_000 + 1500 ** 2), 8),
    });
  });

  test('all with an amount of their own, or none', () => {
    expect(crowdOf({ deals: deals(32, [0.5], 300, true) }, 9)).toEqual({
      size: 32,
      expected: Float64Array.of(16),
      known: 1,
      ownMean: 300,
      usualMean: 0,
      spread: 0,
    });
    expect(crowdOf({ deals: deals(32, [0.5], 300, false) }, 4)).toEqual({
      size: 32,
      expected: Float64Array.of(16),
      known: 0,
      ownMean: 0,
      usualMean: 300,
      spread: 600,
    });
  });

  test('twelve closes are many, by the longest horizon; fewer are not, nor is nobody', () => {
    expect(crowdOf({ deals: deals(24, [0.1, 0.5], 1, true) }, 0)?.expected.at(-1)).toBe(12);
    expect(crowdOf({ deals: deals(23, [0.5, 0.5], 1, true) }, 0)).toBeUndefined();
    expect(crowdOf({ deals: [] }, 0)).toBeUndefined();
  });
});

describe('crowds together', () => {
  const crowd: Crowd = {
    size: 30,
    expected: Float64Array.of(10, 15, 20),
    known: 0.25,
    ownMean: 4000,
    usualMean: 1000,
    spread: 700,
  };
  const with1 = (factors: readonly number[], usual = 1): Crowds | undefined =>
    crowdsTogether([{ crowd, factors: Float64Array.from(factors) }], usual);

  test('none are none', () => {
    expect(crowdsTogether([], 1)).toBeUndefined();
  });

  test('one: closes between the horizons, binomial; revenue follows closes, and varies beside by what deals are worth', () => {
    const of = with1([1, 1, 1]);
    const mean = 0.25 * 4000 + 0.75 * 1000;
    expect(of?.size).toBe(30);
    expect(of?.closes).toEqual(Float64Array.of(10, 5, 5));
    [Math.sqrt((10 * 20) / 30), Math.sqrt((5 * 25) / 30), Math.sqrt((5 * 25) / 30)].forEach((deviation, at) => {
      expect(of?.closesDeviation[at]).toBeCloseTo(deviation, 10);
      expect(of?.revenue[at]).toBeCloseTo((of?.closes[at] ?? 0) * mean, 8);
      expect(of?.revenuePerClose[at]).toBeCloseTo(mean, 8);
      expect(of?.revenueDeviation[at]).toBeCloseTo(Math.sqrt(of?.closes[at] ?? 0) * 700, 6);
    });
  });

  test('amounts that nobody named are worth more or less; those named are what they are', () => {
    expect(with1([1, 1, 1], 2)?.revenuePerClose[0]).toBeCloseTo(0.25 * 4000 + 0.75 * 2000, 8);
  });

  test('never more than everyone, and never fewer by a later horizon', () => {
    expect(with1([2, 1, 1.25])?.closes).toEqual(Float64Array.of(20, 0, 5));
    const all = with1([1, 4, 4]);
    expect(all?.closes).toEqual(Float64Array.of(10, 20, 0));
    expect(all?.revenuePerClose[2]).toBe(0);
    expect(all?.revenueDeviation[2]).toBe(0);
    // All that there are close for certain within the first horizon: nothing of it is chance.
    const certain = with1([3, 2, 1.5]);
    expect([certain?.closesDeviation[0], certain?.revenuePerClose[0]]).toEqual([0, 0]);
  });

  test('two: revenue as a regression on closes would say', () => {
    const other: Crowd = {
      size: 40,
      expected: Float64Array.of(20, 25, 30),
      known: 1,
      ownMean: 9000,
      usualMean: 0,
      spread: 50,
    };
    const ones = Float64Array.of(1, 1, 1);
    const both = crowdsTogether(
      [crowd, other].map((one) => ({ crowd: one, factors: ones })),
      1,
    );
    // Binomial variances of the two, and what a close of each brings.
    const [v1, v2, m1, m2] = [(10 * 20) / 30, (20 * 20) / 40, 1750, 9000];
    expect([both?.size, both?.closes[0], both?.revenue[0]]).toEqual([70, 30, 10 * m1 + 20 * m2]);
    expect(both?.closesDeviation[0]).toBeCloseTo(Math.sqrt(v1 + v2), 10);
    expect(both?.revenuePerClose[0]).toBeCloseTo((v1 * m1 + v2 * m2) / (v1 + v2), 8);
    // What closes don't explain: which of the two they are of, and the spread within each.
    const unexplained = ((v1 * v2) / (v1 + v2)) * (m1 - m2) ** 2 + 10 * 700 ** 2 + 20 * 50 ** 2;
    expect(both?.revenueDeviation[0]).toBeCloseTo(Math.sqrt(unexplained), 6);
  });
});

describe('a life of crowds', () => {
  const crowds: Crowds = {
    size: 30,
    closes: Float64Array.of(10, 4),
    closesDeviation: Float64Array.of(2, 1),
    revenue: Float64Array.of(25_000, 10_000),
    revenuePerClose: Float64Array.of(2500, 2500),
    revenueDeviation: Float64Array.of(300, 100),
  };
  const lived = (...normals: readonly number[]) => {
    const closed: [number, number, number][] = [];
    const random = scripted(...normals.flatMap(drawsOfNormal));
    drawCrowds(crowds, random, (at, closes, revenue) => closed.push([at, closes, Math.round(revenue)]));
    return closed;
  };

  test.each([
    [
      'as expected',
      [0, 0, 0, 0],
      [
        [0, 10, 25_000],
        [1, 4, 10_000],
      ],
    ],
    [
      'more, and each worth more',
      [1, 1, 2, 1],
      [
        [0, 12, 30_300],
        [1, 6, 15_100],
      ],
    ],
    [
      'fewer, and each worth less',
      [-1, -1, -2, -1],
      [
        [0, 8, 19_700],
        [1, 2, 4900],
      ],
    ],
    ['none by the first horizon', [-6, 0, 0], [[1, 4, 10_000]]],
    [
      'all there are',
      [20, 0, 0, 0],
      [
        [0, 30, 75_000],
        [1, 4, 10_000],
      ],
    ],
    [
      'never less than nothing',
      [-4.4, -30, 0, 0],
      [
        [0, 1, 0],
        [1, 4, 10_000],
      ],
    ],
  ])('%s', (_, normals, expected) => {
    expect(lived(...normals)).toEqual(expected);
  });
});
