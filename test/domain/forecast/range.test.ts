import { describe, expect, test } from 'vitest';
import { countRangeOf, rangeOf } from '../../../lambdas/domain/forecast/range.ts';

/** 1 to `many`, not in order. */
const outcomes = (many: number) => Float64Array.from({ length: many }, (_, at) => ((at * 7) % many) + 1);

describe('a range', () => {
  // Nearest rank: the 10th percentile of 11 is the 2nd (1.1 rounded up), the 90th the 10th (9.9 rounded up).
  test.each([
    [10, 1, 9],
    [11, 2, 10],
    [20, 2, 18],
    [400, 40, 360],
    [1, 1, 1],
  ])('of %d outcomes 1, 2, ... is from %d to %d', (many, low, high) => {
    const expected = (low + high) / 2;
    expect(rangeOf(outcomes(many), expected)).toEqual({ low, expected, high });
  });

  test('holds the expected value, on either side', () => {
    expect(rangeOf(outcomes(10), 0.5)).toEqual({ low: 0.5, expected: 0.5, high: 9 });
    expect(rangeOf(outcomes(10), 9.5)).toEqual({ low: 1, expected: 9.5, high: 9.5 });
  });

  test('is in order of size, not of letters', () => {
    expect(rangeOf(Float64Array.of(100, 9, 20, 30, 40, 50, 60, 70, 80, 90), 50)).toEqual({
      low: 9,
      expected: 50,
      high: 90,
    });
  });

  test('without outcomes is the expected value', () => {
    const just = { low: 3.5, expected: 3.5, high: 3.5 };
    expect([rangeOf(undefined, 3.5), rangeOf(new Float64Array(), 3.5)]).toEqual([just, just]);
  });

  test('leaves what was simulated as it was', () => {
    const of = Float64Array.of(3, 1, 2);
    rangeOf(of, 2);
    expect([...of]).toEqual([3, 1, 2]);
  });

  test('of what is counted has whole ends, the expected value between them as it is', () => {
    expect(countRangeOf(Float64Array.of(2, 2, 2), 2.3)).toEqual({ low: 2, expected: 2.3, high: 3 });
    expect(countRangeOf(Float64Array.of(2, 2, 2), 1.7)).toEqual({ low: 1, expected: 1.7, high: 2 });
    expect(countRangeOf(undefined, 0)).toEqual({ low: 0, expected: 0, high: 0 });
  });
});
