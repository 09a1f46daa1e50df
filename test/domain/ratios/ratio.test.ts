import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ratio, ratioText, valueOfRatio, wilson } from '../../../lambdas/domain/ratios/ratio.ts';

describe('a ratio', () => {
  test.each([
    [2, 3, 2 / 3, '2/3'],
    [0, 3, 0, '0/3'],
    [7, 5, 1.4, '7/5'],
    [0, 0, undefined, '– (0/0)'],
  ])('%d of %d is %s, shown %s', (x, n, value, shown) => {
    expect(valueOfRatio(ratio(x, n))).toBe(value);
    expect(ratioText(ratio(x, n))).toBe(shown);
  });
});

describe('the 95 % Wilson interval', () => {
  test.each([
    [2, 3, 20.8, 93.9],
    [12, 40, 18.1, 45.4],
    [0, 3, 0, 56.1],
    [3, 3, 43.9, 100],
  ])('of %d/%d is %s-%s %%', (x, n, low, high) => {
    const interval = wilson(ratio(x, n));
    expect((100 * (interval?.low ?? Number.NaN)).toFixed(1)).toBe(low.toFixed(1));
    expect((100 * (interval?.high ?? Number.NaN)).toFixed(1)).toBe(high.toFixed(1));
  });

  test('is absent for 0/0, and refused for what is no proportion', () => {
    expect(wilson(ratio(0, 0))).toBeUndefined();
    expect(() => wilson(ratio(4, 3))).toThrow('4/3 is no proportion');
    expect(() => wilson(ratio(-1, 3))).toThrow(RangeError);
  });

  test('solves the equation that defines it: the bounds are where the observed share is 1.96 standard errors away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const x = Math.round(n * share);
        const { low, high } = wilson(ratio(x, n)) ?? { low: Number.NaN, high: Number.NaN };
        expect(low).toBeLessThanOrEqual(x / n);
        expect(high).toBeGreaterThanOrEqual(x / n);
        for (const bound of [low, high]) {
          const distance = Math.abs(x / n - bound);
          expect(distance).toBeCloseTo(1.959963984540054 * Math.sqrt((bound * (1 - bound)) / n), 9);
        }
      }),
    );
  });
});
