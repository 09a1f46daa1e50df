import { expect, it } from 'vitest';
import { randomFrom } from '../../../local/sample/random.ts';

it('gives the same draws for the same seed, others for another', () => {
  const draws = (seed: number) => Array.from({ length: 5 }, randomFrom(seed).next);
  expect(draws(1)).toEqual(draws(1));
  expect(draws(1)).not.toEqual(draws(2));
  // The published reference implementation of mulberry32, seed 1.
  expect(draws(1)[0]).toBeCloseTo(0.6270739405881613, 15);
});

it('is even, and normal where it says so', () => {
  const random = randomFrom(7);
  const mean = (draw: () => number) => Array.from({ length: 20_000 }, draw).reduce((a, b) => a + b) / 20_000;
  expect(mean(random.next)).toBeCloseTo(0.5, 1);
  expect(mean(random.normal)).toBeCloseTo(0, 1);
  expect(mean(() => random.normal() ** 2)).toBeCloseTo(1, 1);
  expect(new Set(Array.from({ length: 200 }, () => random.between(3, 5)))).toEqual(new Set([3, 4, 5]));
});
