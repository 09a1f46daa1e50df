import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cholesky } from '../../../lambdas/domain/forecast/cholesky.ts';

/** Rows of a square matrix times those of another: `a` times `b` transposed. */
const times = (a: Float64Array, b: Float64Array, size: number): number[] =>
  Array.from({ length: size * size }, (_, at) => {
    const [row, column] = [Math.floor(at / size) * size, (at % size) * size];
    return Array.from({ length: size }, (_, k) => (a[row + k] ?? 0) * (b[column + k] ?? 0)).reduce((x, y) => x + y, 0);
  });

describe('a covariance as a triangle times itself', () => {
  test.each([
    ['one', [9], [3]],
    ['apart', [4, 0, 0, 25], [2, 0, 0, 5]],
    ['together', [4, 2, 2, 10], [2, 0, 1, 3]],
    ['against each other', [4, -2, -2, 10], [2, 0, -1, 3]],
    ['the second follows from the first', [4, 6, 6, 9], [2, 0, 3, 0]],
    ['the first is certain', [0, 0, 0, 9], [0, 0, 0, 3]],
    ['very small ones', [1e-12, 0, 0, 4e-12], [1e-6, 0, 0, 2e-6]],
    ['of very large ones what is left by rounding', [4e12, 6e12, 6e12, 9e12 + 1], [2e6, 0, 3e6, 0]],
    ['nothing', [], []],
  ])('%s', (_, covariance, expected) => {
    expect(cholesky(Float64Array.from(covariance))).toEqual(Float64Array.from(expected));
  });

  // Of whole numbers, each row times some measure: what is nearly certain but not quite is left to rounding.
  const vectors = fc.integer({ min: 1, max: 8 }).chain((size) =>
    fc.array(
      fc
        .tuple(
          fc.array(fc.integer({ min: -9, max: 9 }), { minLength: size, maxLength: size }),
          fc.constantFrom(1e-6, 0.01, 1, 300),
        )
        .map(([cells, measure]) => cells.map((cell) => cell * measure)),
      { minLength: size, maxLength: size },
    ),
  );

  test('any', () => {
    fc.assert(
      fc.property(vectors, (of) => {
        const size = of.length;
        const whole = Float64Array.from(of.flat());
        const covariance = times(whole, whole, size);
        const triangle = cholesky(Float64Array.from(covariance));
        const deviation = of.map((_, row) => Math.sqrt(covariance[row * size + row] ?? 0));
        times(triangle, triangle, size).forEach((cell, at) => {
          const [row, column] = [Math.floor(at / size), at % size];
          const most = 1e-4 * (deviation[row] ?? 0) * (deviation[column] ?? 0);
          expect(Math.abs(cell - (covariance[at] ?? 0))).toBeLessThanOrEqual(most);
          if (column > row) expect(triangle[at]).toBe(0);
        });
      }),
    );
  });
});
