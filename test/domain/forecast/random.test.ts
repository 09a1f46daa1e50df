import { describe, expect, test } from 'vitest';
import { gamma, normal, poisson, seeded } from '../../../lambdas/domain/forecast/random.ts';

const DRAWS = 20_000;
function moments(draw: () => number): { readonly mean: number; readonly variance: number } {
  const draws = Array.from({ length: DRAWS }, draw);
  const mean = draws.reduce((sum, x) => sum + x, 0) / DRAWS;
  return { mean, variance: draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / DRAWS };
}

describe('draws', () => {
  test('are the same for the same seed, and others for another', () => {
    const [a, b, other] = [seeded(7), seeded(7), seeded(8)];
    const first = [a(), a(), a()];
    expect([b(), b(), b()]).toEqual(first);
    expect(other()).not.toBe(first[0]);
    // By another program.
    expect(first).toEqual([0.011704753153026104, 0.06195825757458806, 0.97690763277933]);
  });

  test.each([0.02, 0.7, 3, 45, 200])('gamma and Poisson of %d have that mean and variance', (mean) => {
    const random = seeded(3);
    // Five standard errors; the variance of the variance of such draws is at most about 2 v^2 + kurtosis.
    const near = 5 * Math.sqrt(mean / DRAWS);
    for (const draw of [() => gamma(mean, random), () => poisson(mean, random)]) {
      const found = moments(draw);
      expect(Math.abs(found.mean - mean)).toBeLessThan(near);
      expect(Math.abs(found.variance - mean)).toBeLessThan(5 * Math.sqrt((2 * mean ** 2 + 6 * mean) / DRAWS));
    }
  });

  test('Poisson of a mean whose chance of nothing is too small for a number', () => {
    const random = seeded(11);
    const draws = Array.from({ length: 20 }, () => poisson(2000, random));
    // Five standard errors.
    expect(Math.abs(draws.reduce((sum, x) => sum + x, 0) / 20 - 2000)).toBeLessThan(50);
  });

  test('normal has mean 0 and variance 1; nothing comes of a mean of 0', () => {
    const random = seeded(5);
    const { mean, variance } = moments(() => normal(random));
    expect(Math.abs(mean)).toBeLessThan(0.04);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
    expect([gamma(0, random), poisson(0, random)]).toEqual([0, 0]);
  });
});
