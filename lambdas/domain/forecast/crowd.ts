import type { DealGroup } from './deal-groups.ts';
import { normal, type Random } from './random.ts';

/**
 * A group of which many deals will close: how many do is all but normal, so it is drawn at once instead of deal by deal.
 * The deals of a group are in one step and about as old, so their chances are all but equal.
 */
export interface Crowd {
  readonly size: number;
  /** Closes expected by each horizon, by the learned chances. */
  readonly expected: readonly number[];
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
  const expected = Array.from({ length: horizons }, (_, at) =>
    deals.reduce((sum, { within }) => sum + (within[at] ?? 0), 0),
  );
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

/**
 * Closes and revenue between each horizon and the one before, with chances `factors` times the learned ones and unknown
 * amounts `usual` times the usual ones.
 */
export function drawCrowd(
  { size, expected, known, ownMean, usualMean, spread }: Crowd,
  factors: Float64Array,
  usual: number,
  random: Random,
  close: (horizon: number, closes: number, revenue: number) => void,
): void {
  const mean = known * ownMean + (1 - known) * usualMean * usual;
  let before = 0;
  for (let at = 0; at < expected.length; at++) {
    const within = Math.min(size, (expected[at] ?? 0) * (factors[at] ?? 1));
    const more = Math.max(0, within - before);
    before = Math.max(before, within);
    const deviation = Math.sqrt(more * (1 - more / size));
    const closes = Math.min(size, Math.max(0, Math.round(more + deviation * normal(random))));
    if (closes > 0) close(at, closes, Math.max(0, closes * mean + Math.sqrt(closes) * spread * normal(random)));
  }
}
