import { cholesky } from './cholesky.ts';
import type { Crowd } from './crowd.ts';
import { gamma, normal, type Random } from './random.ts';

/** A crowd with chances `factors` (by horizon) times the learned ones. */
export interface CrowdOdds {
  readonly crowd: Crowd;
  readonly factors: Float64Array;
}

/** Several crowds as one: the sum of what is normal is normal. */
export interface Crowds {
  readonly size: number;
  /** Closes and revenue between each horizon and the one before, in turn: closes, revenue, closes, revenue ... */
  readonly means: Float64Array;
  /** Of these, the Cholesky triangle of their covariance, by rows. */
  readonly triangle: Float64Array;
}

/**
 * `undefined` = there are none. Amounts that are not known are `usual` times the usual ones.
 *
 * A deal closes once, so closes by horizon are multinomial: of n deals that close in either of two weeks with p and q, the
 * numbers vary by np(1 - p) and nq(1 - q), and together by -npq. Revenue is what each is worth, which varies beside.
 */
export function crowdsTogether(odds: readonly CrowdOdds[], usual: number): Crowds | undefined {
  const horizons = odds[0]?.crowd.expected.length;
  if (horizons === undefined) return undefined;
  const both = 2 * horizons;
  const means = new Float64Array(both);
  const covariance = new Float64Array(both * both);
  let everyone = 0;
  for (const { crowd, factors } of odds) {
    const { size, known, ownMean, usualMean, spread } = crowd;
    const worth = known * ownMean + (1 - known) * usualMean * usual;
    const closes = closesBetween(crowd, factors);
    everyone += size;
    closes.forEach((some, at) => {
      add(means, 2 * at, some);
      add(means, 2 * at + 1, some * worth);
      closes.forEach((others, other) => {
        const together = (at === other ? some : 0) - (some * others) / size;
        const cell = 2 * at * both + 2 * other;
        add(covariance, cell, together);
        add(covariance, cell + 1, together * worth);
        add(covariance, cell + both, together * worth);
        add(covariance, cell + both + 1, together * worth * worth + (at === other ? some * spread * spread : 0));
      });
    });
  }
  return { size: everyone, means, triangle: cholesky(covariance) };
}

/** Expected between each horizon and the one before: never more than everyone, never fewer by a later horizon. */
function closesBetween({ size, expected }: Crowd, factors: Float64Array): Float64Array {
  let before = 0;
  return expected.map((closes, at) => {
    const within = Math.max(before, Math.min(size, closes * (factors[at] ?? 1)));
    const between = within - before;
    before = within;
    return between;
  });
}

const add = (sums: Float64Array, at: number, amount: number): void => {
  sums[at] = (sums[at] ?? 0) + amount;
};

/** Lives through the weeks once: closes and revenue between each horizon and the one before. */
export function drawCrowds(
  { size, means, triangle }: Crowds,
  random: Random,
  close: (horizon: number, closes: number, revenue: number) => void,
): void {
  // How far from expected each came out, in its own deviations: what is still to be drawn follows it. As it came out, not
  // as it was drawn: deals are whole, and amounts not normal.
  const drawn = new Float64Array(means.length);
  const expected = (at: number): number => {
    let mean = means[at] ?? 0;
    for (let known = 0; known < at; known++) mean += (triangle[at * means.length + known] ?? 0) * (drawn[known] ?? 0);
    return mean;
  };
  let left = size;
  for (let at = 0; at < means.length; at += 2) {
    const mean = expected(at);
    const deviation = triangle[at * (means.length + 1)] ?? 0;
    const closes = Math.min(left, Math.max(0, Math.round(mean + deviation * normal(random))));
    drawn[at] = deviation > 0 ? (closes - mean) / deviation : 0;
    left -= closes;
    if (closes === 0) continue;
    const worth = expected(at + 1);
    const spread = triangle[(at + 1) * (means.length + 1)] ?? 0;
    const revenue = amount(worth, spread, random);
    drawn[at + 1] = spread > 0 ? (revenue - worth) / spread : 0;
    close(at / 2, closes, revenue);
  }
}

/** Never below 0, with this mean and deviation: a normal one that is cut off at 0 would be too high on average. */
function amount(mean: number, deviation: number, random: Random): number {
  if (mean <= 0 || deviation === 0) return Math.max(0, mean);
  const scale = deviation ** 2 / mean;
  return gamma(mean / scale, random) * scale;
}
