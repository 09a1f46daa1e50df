import { describe, expect, test } from 'vitest';
import { gamma, normal, poisson, seeded } from '../../../lambdas/domain/forecast/random.ts';
import { drawsOfNormal, scripted } from './made-standing.ts';

const DRAWS = 2000;
/** Kolmogorov's largest distance from the distribution that it should be; at one in ten thousand beyond 2.2 / sqrt(n). */
function farthest(draw: () => number, below: (x: number) => number): number {
  const sorted = Float64Array.from({ length: DRAWS }, draw).sort();
  let most = 0;
  sorted.forEach((x, at) => {
    most = Math.max(most, Math.abs(below(x) - at / DRAWS), Math.abs(below(x) - (at + 1) / DRAWS));
  });
  return most;
}
const CLOSE = 2.2 / Math.sqrt(DRAWS);

/** Abramowitz & Stegun 7.1.26, to 1.5e-7. */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const of = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592];
  return Math.sign(x) * (1 - of.reduce((sum, one) => sum * t + one, 0) * t * Math.exp(-x * x));
}

describe('a draw has the distribution that it is named after', () => {
  test('normal', () => {
    const random = seeded(1);
    expect(
      farthest(
        () => normal(random),
        (x) => (1 + erf(x / Math.SQRT2)) / 2,
      ),
    ).toBeLessThan(CLOSE);
  });

  // Closed forms: of whole shapes a sum of Poisson terms, of a half the square of a normal.
  test.each<[number, (x: number) => number]>([
    [1, (x) => 1 - Math.exp(-x)],
    [2, (x) => 1 - Math.exp(-x) * (1 + x)],
    [4, (x) => 1 - Math.exp(-x) * (1 + x + x ** 2 / 2 + x ** 3 / 6)],
    [0.5, (x) => erf(Math.sqrt(x))],
  ])('gamma of %d', (shape, below) => {
    const random = seeded(2);
    expect(farthest(() => gamma(shape, random), below)).toBeLessThan(CLOSE);
  });

  test.each([0.5, 4, 30, 31])('Poisson of %d, by each count', (mean) => {
    const random = seeded(5);
    const times = new Map<number, number>();
    for (let draw = 0; draw < DRAWS; draw++) {
      const count = poisson(mean, random);
      times.set(count, (times.get(count) ?? 0) + 1);
    }
    let chance = Math.exp(-mean);
    for (let count = 0; count < 50; chance *= mean / ++count) {
      const off = (times.get(count) ?? 0) / DRAWS - chance;
      expect(Math.abs(off)).toBeLessThanOrEqual(4.5 * Math.sqrt((chance * (1 - chance)) / DRAWS) + 1 / DRAWS);
    }
  });
});

describe('a draw, by hand', () => {
  test.each([0, 1, -1, 2.5, -3])('normal %d', (z) => {
    expect(normal(scripted(...drawsOfNormal(z)))).toBeCloseTo(z, 12);
  });

  test('a quarter turn is none of it, and a draw of 0 is finite', () => {
    expect(normal(scripted(0.5, 0.25))).toBeCloseTo(0, 12);
    expect(Math.abs(normal(scripted(0, 0)))).toBe(0);
  });

  test('gamma where the normal is 0 is the shape less a third; below 1 it is that of the next, to a power', () => {
    expect(gamma(3, scripted(0, 0, 0.5))).toBeCloseTo(3 - 1 / 3, 12);
    expect(gamma(0.5, scripted(0, 0, 0.5, 0.75))).toBeCloseTo((1.5 - 1 / 3) * 0.25 ** 2, 12);
  });

  test('gamma of nothing, or of less, is nothing, and draws nothing', () => {
    expect([gamma(0, scripted()), gamma(-1, scripted())]).toEqual([0, 0]);
  });

  test('what is not accepted is drawn again: a normal too far to the left', () => {
    // Shape 1: c = 1 / sqrt(6), so from -2.45 on there is no cube above 0.
    expect(gamma(1, scripted(...drawsOfNormal(-2.5), 0, 0, 0.5))).toBeCloseTo(2 / 3, 12);
  });

  // Shape 1: d = 2/3, c = 1 / sqrt(6). At 2 the cube is 1.8165^3 = 5.994, and e^(2 + d - 5.994 d + d ln 5.994) = 0.873; at -2 it
  // is 0.1835^3 = 0.00618, and 0.483. Draws u count as 1 - u.
  test.each([
    ['drawn again', 2, [0.12, 0, 0, 0.5], 2 / 3],
    ['accepted', 2, [0.14], 3.996],
    ['drawn again', -2, [0.51, 0, 0, 0.5], 2 / 3],
    ['accepted', -2, [0.53], 0.00412],
  ])('gamma: %s, a normal of %d', (_, z, draws, expected) => {
    expect(gamma(1, scripted(...drawsOfNormal(z), ...draws))).toBeCloseTo(expected, 3);
  });

  test('Poisson: arrivals until the product of the draws falls to e^-mean', () => {
    // Draws u count as 1 - u. e^-1 = 0.3679.
    expect(poisson(1, scripted(0.7))).toBe(0);
    expect(poisson(1, scripted(0.5, 0.2, 0.1))).toBe(2);
    expect(poisson(0, scripted(0))).toBe(0);
  });
});
