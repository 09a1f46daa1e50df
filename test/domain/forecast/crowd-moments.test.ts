import { describe, expect, test } from 'vitest';
import { type Crowd, crowdOf } from '../../../lambdas/domain/forecast/crowd.ts';
import { type Crowds, crowdsTogether, drawCrowds } from '../../../lambdas/domain/forecast/crowds.ts';
import type { DealOutlook } from '../../../lambdas/domain/forecast/outlook.ts';
import { type Random, seeded } from '../../../lambdas/domain/forecast/random.ts';
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
  /** Closes by horizon, and revenue. */
  const means = (of: Crowds | undefined) =>
    [0, 1].map((odd) => [...(of?.means ?? [])].filter((_, at) => at % 2 === odd));
  const covariance = ({ means, triangle }: Crowds, a: number, b: number): number =>
    means.reduce(
      (sum, _, at) => sum + (triangle[a * means.length + at] ?? 0) * (triangle[b * means.length + at] ?? 0),
      0,
    );

  test('none are none', () => {
    expect(crowdsTogether([], 1)).toBeUndefined();
  });

  test('one: closes between the horizons, multinomial; revenue follows closes, and varies beside by what deals are worth', () => {
    const of = with1([1, 1, 1]);
    if (!of) throw new Error('one is enough');
    const worth = 0.25 * 4000 + 0.75 * 1000;
    expect(of.size).toBe(30);
    expect(means(of)).toEqual([
      [10, 5, 5],
      [10 * worth, 5 * worth, 5 * worth],
    ]);
    const ofCloses = [
      [(10 * 20) / 30, (-10 * 5) / 30, (-10 * 5) / 30],
      [(-10 * 5) / 30, (5 * 25) / 30, (-5 * 5) / 30],
      [(-10 * 5) / 30, (-5 * 5) / 30, (5 * 25) / 30],
    ];
    ofCloses.forEach((row, a) => {
      row.forEach((together, b) => {
        expect(covariance(of, 2 * a, 2 * b)).toBeCloseTo(together, 10);
        expect(covariance(of, 2 * a, 2 * b + 1)).toBeCloseTo(together * worth, 6);
        const beside = a === b ? ([10, 5, 5][a] ?? 0) * 700 ** 2 : 0;
        expect(covariance(of, 2 * a + 1, 2 * b + 1)).toBeCloseTo(together * worth ** 2 + beside, 4);
      });
    });
  });

  test('amounts that nobody named are worth more or less; those named are what they are', () => {
    const worth = 0.25 * 4000 + 0.75 * 2000;
    expect(means(with1([1, 1, 1], 2))[1]).toEqual([10 * worth, 5 * worth, 5 * worth]);
  });

  test('never more than everyone, and never fewer by a later horizon', () => {
    expect(means(with1([2, 1, 1.25]))[0]).toEqual([20, 0, 5]);
    expect(means(with1([1, 4, 4]))[0]).toEqual([10, 20, 0]);
  });

  test('all close for certain: nothing is chance but what deals are worth', () => {
    const of = with1([3, 2, 1.5]);
    if (!of) throw new Error('one is enough');
    expect(means(of)[0]).toEqual([30, 0, 0]);
    expect([covariance(of, 0, 0), covariance(of, 0, 1)]).toEqual([0, 0]);
    expect(covariance(of, 1, 1)).toBeCloseTo(30 * 700 ** 2, 4);
  });

  test('all close by the second horizon for certain: who did not by the first does by then', () => {
    const of = with1([1, 2, 1.5]);
    if (!of) throw new Error('one is enough');
    for (const seed of [1, 2, 3, 4, 5]) {
      let closed = 0;
      drawCrowds(of, seeded(seed), (_, closes) => {
        closed += closes;
      });
      expect(closed).toBe(30);
    }
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
    if (!both) throw new Error('two are enough');
    // Binomial variances of the two, and what a close of each brings.
    const [v1, v2, m1, m2] = [(10 * 20) / 30, (20 * 20) / 40, 1750, 9000];
    expect([both.size, both.means[0], both.means[1]]).toEqual([70, 30, 10 * m1 + 20 * m2]);
    expect(covariance(both, 0, 0)).toBeCloseTo(v1 + v2, 10);
    expect(covariance(both, 0, 1) / covariance(both, 0, 0)).toBeCloseTo((v1 * m1 + v2 * m2) / (v1 + v2), 8);
    // What closes don't explain: which of the two they are of, and the spread within each.
    const unexplained = ((v1 * v2) / (v1 + v2)) * (m1 - m2) ** 2 + 10 * 700 ** 2 + 20 * 50 ** 2;
    expect(both.triangle[both.means.length + 1]).toBeCloseTo(Math.sqrt(unexplained), 6);
  });
});

describe('a life of crowds', () => {
  /** Closes of 10 and 4, half of what the first has more the second has less; each is worth 2500. */
  const crowds: Crowds = {
    size: 18,
    means: Float64Array.of(10, 25_000, 4, 10_000),
    triangle: Float64Array.of(...[2, 0, 0, 0], ...[5000, 0, 0, 0], ...[-1, 0, 1, 0], ...[-2500, 0, 2500, 0]),
  };
  const lived = (of: Crowds, random: Random) => {
    const closed: [number, number, number][] = [];
    drawCrowds(of, random, (at, closes, revenue) => closed.push([at, closes, Math.round(revenue)]));
    return closed;
  };

  test.each([
    [
      'as expected',
      [0, 0],
      [
        [0, 10, 25_000],
        [1, 4, 10_000],
      ],
    ],
    [
      'more, so fewer are left',
      [1, 2],
      [
        [0, 12, 30_000],
        [1, 5, 12_500],
      ],
    ],
    [
      'fewer, so more are left',
      [-1, -2],
      [
        [0, 8, 20_000],
        [1, 3, 7500],
      ],
    ],
    [
      'what came out counts, not what was drawn',
      [0.9, 0.1],
      [
        [0, 12, 30_000],
        [1, 3, 7500],
      ],
    ],
    ['none by the first horizon', [-6, 0], [[1, 9, 22_500]]],
    ['all there are', [7, 0], [[0, 18, 45_000]]],
    [
      'no more than are left',
      [3, 5],
      [
        [0, 16, 40_000],
        [1, 2, 5000],
      ],
    ],
    [
      'all but none',
      [-4.4, -4.5],
      [
        [0, 1, 2500],
        [1, 4, 10_000],
      ],
    ],
  ])('%s', (_, normals, expected) => {
    expect(lived(crowds, scripted(...normals.flatMap(drawsOfNormal)))).toEqual(expected);
  });

  test('is never worth less than nothing', () => {
    const uneven = { size: 18, means: Float64Array.of(10, 1000), triangle: Float64Array.of(2, 0, 900, 0) };
    expect(lived(uneven, scripted(...drawsOfNormal(-2)))).toEqual([[0, 6, 0]]);
  });

  test.each([0.3, 1, 1.5])(
    'four closes whose amounts vary by %s of their mean are worth what they are on average',
    (vary) => {
      const spread = vary * 1000 * Math.sqrt(4);
      const of = { size: 100, means: Float64Array.of(4, 4000), triangle: Float64Array.of(0, 0, 0, spread) };
      const random = seeded(3);
      const worth = Array.from({ length: 20_000 }, () => lived(of, random)[0]?.[2] ?? 0);
      const mean = worth.reduce((sum, one) => sum + one, 0) / worth.length;
      const deviation = Math.sqrt(worth.reduce((sum, one) => sum + (one - mean) ** 2, 0) / worth.length);
      expect(Math.min(...worth)).toBeGreaterThanOrEqual(0);
      expect(mean / 4000).toBeCloseTo(1, 1.5);
      expect(deviation / spread).toBeCloseTo(1, 1);
    },
  );
});
