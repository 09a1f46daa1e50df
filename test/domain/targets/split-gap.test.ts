import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitGap, wholeParts } from '../../../lambdas/domain/targets/split-gap.ts';

const product = (numbers: readonly number[]): number => numbers.reduce((total, n) => total * n, 1);
const amount = fc.double({ min: 0.01, max: 100, noNaN: true });

describe('the split of a gap', () => {
  test('by hand: 100 x 0.2 = 20 expected, 50 x 0.2 = 10 done: the activity made all of it', () => {
    expect(
      splitGap([
        { expected: 100, actual: 50 },
        { expected: 0.2, actual: 0.2 },
      ]),
    ).toEqual([-10, 0]);
  });

  test('by hand: both halved, 20 -> 5: each made half', () => {
    const parts = splitGap([
      { expected: 100, actual: 50 },
      { expected: 0.2, actual: 0.1 },
    ]);
    expect(parts.map((part) => Math.round(part * 1e9) / 1e9)).toEqual([-7.5, -7.5]);
  });

  test('by hand: twice the calls at a quarter of the ratio, 20 -> 10', () => {
    // L = -10 / ln 0.5 = 14.427; 14.427 ln 2 = 10, 14.427 ln 0.25 = -20.
    const parts = splitGap([
      { expected: 100, actual: 200 },
      { expected: 0.2, actual: 0.05 },
    ]);
    expect(parts[0]).toBeCloseTo(10);
    expect(parts[1]).toBeCloseTo(-20);
  });

  test('a factor of 0: put in one after the other', () => {
    const factors = [
      { expected: 100, actual: 150 },
      { expected: 0.2, actual: 0 },
      { expected: 5, actual: 5 },
    ];
    expect(splitGap(factors)).toEqual([50, -150, 0]);
  });

  test('the parts sum to the gap, whatever the factors; whole ones exactly', () => {
    const factor = fc.record({ expected: amount, actual: fc.oneof(amount, fc.constant(0)) });
    fc.assert(
      fc.property(fc.array(factor, { minLength: 1, maxLength: 6 }), (factors) => {
        const expected = product(factors.map((each) => each.expected));
        const actual = product(factors.map((each) => each.actual));
        const parts = splitGap(factors);
        const sum = parts.reduce((total, part) => total + part, 0);
        const size = parts.reduce((total, part) => total + Math.abs(part), 1 + actual + expected);
        expect(Math.abs(sum - (actual - expected))).toBeLessThanOrEqual(1e-9 * size);
        const whole = Math.round(actual) - Math.round(expected);
        expect(wholeParts(parts, whole).reduce((total, part) => total + part, 0)).toBe(whole);
      }),
    );
  });

  test('equal products: the parts still say what outweighs what', () => {
    const parts = splitGap([
      { expected: 10, actual: 20 },
      { expected: 20, actual: 10 },
    ]);
    expect(parts[0]).toBeCloseTo(200 * Math.log(2));
    expect(parts[1]).toBeCloseTo(-200 * Math.log(2));
  });

  test('whole parts are less than 1 off', () => {
    expect(wholeParts([-10.4, 3.3, 2.1], -5)).toEqual([-10, 3, 2]);
    expect(wholeParts([0.5, 0.5], 1)).toEqual([1, 0]);
  });
});

describe('whole parts of a total', () => {
  test.each([
    [[0.2, 0.5, 0.3], 1, [0, 1, 0]],
    [[1.6, 1.7, 1.7], 5, [1, 2, 2]],
    [[1.9, 0.6, 0.5], 3, [2, 1, 0]],
    [[2, 3], 5, [2, 3]],
    [[-0.4, 1.4], 1, [0, 1]],
    [[2.5, -7.5], 9, [3, 6]], // they do not sum to it: the largest takes what is left
    [[1, 1], 0, [-1, 1]],
  ])('%j of %i are %j', (parts, total, whole) => {
    expect(wholeParts(parts, total)).toEqual(whole);
  });
});
