import type { DealGroup } from './deal-groups.ts';

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
