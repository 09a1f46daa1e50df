import type { DealGroup } from './deal-groups.ts';
import { normal, type Random } from './random.ts';

/**
 * A group of which many deals will close: how many do is all but normal, so it is drawn at once instead of deal by deal.
 * The deals of a group are in one step and about as old, so their chances are all but equal.
 */
export interface Crowd {
  readonly size: number;
  /** Closes expected by each horizon, by the learned chances. */
  readonly expected: Float64Array;
  /** Of one that closes: share with an amount of its own, its mean, that of the others, and the spread of all. Minor units. */
  readonly known: number;
  readonly ownMean: number;
  readonly usualMean: number;
  readonly spread: number;
}

/** Below so many, each deal is asked: sums of few are not normal. */
const MANY = 12;

/** `unevenness` = variance of an amount that is not known, with mean 1. `undefined` = too few will close. */
export function crowdOf({ deals }: Pick<DealGroup, 'deals'>, unevenness: number): Crowd | undefined {
  const horizons = deals[0]?.within.length ?? 0;
  const expected = new Float64Array(horizons);
  for (const { within } of deals)
    for (let at = 0; at < horizons; at++) expected[at] = (expected[at] ?? 0) + (within[at] ?? 0);
  const all = expected.at(-1) ?? 0;
  if (all < MANY) return undefined;
  let [known, own, usual, squares] = [0, 0, 0, 0];
  for (const { within, deal, amount } of deals) {
    const weight = (within.at(-1) ?? 0) / all;
    const isKnown = deal.amount !== undefined;
    if (isKnown) known += weight;
    if (isKnown) own += weight * amount;
    else usual += weight * amount;
    squares += weight * amount * amount * (isKnown ? 1 : 1 + unevenness);
  }
  return {
    size: deals.length,
    expected,
    known,
    ownMean: known > 0 ? own / known : 0,
    usualMean: known < 1 ? usual / (1 - known) : 0,
    spread: Math.sqrt(Math.max(0, squares - (own + usual) ** 2)),
  };
}

/** A crowd with chances `factors` (by horizon) times the learned ones. */
export interface CrowdOdds {
  readonly crowd: Crowd;
  readonly factors: Float64Array;
}

/** Several crowds as one, between each horizon and the one before: the sum of what is normal is normal. */
export interface Crowds {
  readonly size: number;
  readonly closes: Float64Array;
  readonly closesDeviation: Float64Array;
  readonly revenue: Float64Array;
  /** Revenue more for each close more than expected, and how far it varies beside. */
  readonly revenuePerClose: Float64Array;
  readonly revenueDeviation: Float64Array;
}

/** `undefined` = there are none. Amounts that are not known are `usual` times the usual ones. */
export function crowdsTogether(odds: readonly CrowdOdds[], usual: number): Crowds | undefined {
  const horizons = odds[0]?.crowd.expected.length;
  if (horizons === undefined) return undefined;
  const closes = new Float64Array(horizons);
  const variance = new Float64Array(horizons);
  const revenue = new Float64Array(horizons);
  const together = new Float64Array(horizons);
  const revenueVariance = new Float64Array(horizons);
  let everyone = 0;
  for (const { crowd, factors } of odds) {
    const { size, expected, known, ownMean, usualMean, spread } = crowd;
    const mean = known * ownMean + (1 - known) * usualMean * usual;
    everyone += size;
    let before = 0;
    for (let at = 0; at < horizons; at++) {
      const within = Math.min(size, (expected[at] ?? 0) * (factors[at] ?? 1));
      const more = Math.max(0, within - before);
      before = Math.max(before, within);
      const spreadOfCloses = more * (1 - more / size);
      add(closes, at, more);
      add(variance, at, spreadOfCloses);
      add(revenue, at, more * mean);
      add(together, at, spreadOfCloses * mean);
      add(revenueVariance, at, spreadOfCloses * mean * mean + more * spread * spread);
    }
  }
  const perClose = together.map((covariance, at) => (covariance === 0 ? 0 : covariance / (variance[at] ?? 1)));
  return {
    size: everyone,
    closes,
    closesDeviation: variance.map(Math.sqrt),
    revenue,
    revenuePerClose: perClose,
    revenueDeviation: revenueVariance.map((all, at) =>
      Math.sqrt(Math.max(0, all - (perClose[at] ?? 0) * (together[at] ?? 0))),
    ),
  };
}

const add = (sums: Float64Array, at: number, amount: number): void => {
  sums[at] = (sums[at] ?? 0) + amount;
};

/** Lives through the weeks once: closes and revenue between each horizon and the one before. */
export function drawCrowds(
  { size, closes, closesDeviation, revenue, revenuePerClose, revenueDeviation }: Crowds,
  random: Random,
  close: (horizon: number, closes: number, revenue: number) => void,
): void {
  for (let at = 0; at < closes.length; at++) {
    const expected = closes[at] ?? 0;
    const drawn = Math.min(size, Math.max(0, Math.round(expected + (closesDeviation[at] ?? 0) * normal(random))));
    if (drawn === 0) continue;
    const amount = (revenue[at] ?? 0) + (drawn - expected) * (revenuePerClose[at] ?? 0);
    close(at, drawn, Math.max(0, amount + (revenueDeviation[at] ?? 0) * normal(random)));
  }
}
