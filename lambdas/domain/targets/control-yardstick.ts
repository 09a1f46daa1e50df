import { type Ratio, ratio, valueOfRatio } from '../ratio.ts';
import type { RepKey } from '../rep-key.ts';
import type { Settings } from '../settings.ts';
import { type Rates, ratesOf } from './activity-needed.ts';
import { type StepCounts, sumOfSteps } from './step-counts.ts';
import type { RepBasis, TargetBasis } from './target-basis.ts';

/** What a ratio is held against. */
export type YardstickFrom = 'segment' | 'own' | 'default';

/** "No rank below n = 20" */
const ENOUGH_CASES = 20;
const ENOUGH_DEALS = 5;

/**
 * The factors that reaching the goal is held against: what the others of the segment do, for a rep who has always closed
 * little would otherwise be told to call more. Below 20 cases of theirs the rep's own last 26 weeks, below 20 of these
 * the configured default; for the size of a deal, the one that the rep's targets use.
 */
export function controlYardstick(
  { reps }: TargetBasis,
  key: RepKey,
  settings: Settings,
): { readonly rates: Rates; readonly dealSize: number; readonly from: YardstickFrom } | undefined {
  const rep = reps.get(key);
  if (!rep?.deal) return undefined;
  const peers = sumOfSteps(
    [...reps.values()]
      .filter((other) => other.segment === rep.segment && other.key !== key)
      .flatMap(({ weekly }) => weekly),
  );
  const own = sumOfSteps(rep.weekly);
  const [opportunities, asks, closes] = [
    held((of) => ratio(of.opportunities, of.attempts), peers, own, settings.opportunitiesPerAttempt),
    held((of) => ratio(of.asks, of.opportunities), peers, own, settings.asksPerOpportunity),
    held((of) => ratio(of.closes, of.asks), peers, own, settings.closesPerAsk),
  ];
  const weakest = [opportunities, asks, closes].map(({ from }) => from);
  return {
    rates: {
      ...ratesOf(rep.ratios),
      opportunitiesPerAttempt: opportunities.value,
      asksPerOpportunity: asks.value,
      closesPerAsk: closes.value,
    },
    dealSize: dealSizeOf(rep, rep.deal.amount),
    from: weakest.includes('default') ? 'default' : weakest.includes('own') ? 'own' : 'segment',
  };
}

function held(
  pair: (of: StepCounts) => Ratio,
  peers: StepCounts,
  own: StepCounts,
  fallback: number,
): { readonly value: number; readonly from: YardstickFrom } {
  for (const [from, of] of [
    ['segment', pair(peers)],
    ['own', pair(own)],
  ] as const) {
    const value = valueOfRatio(of);
    if (of.n >= ENOUGH_CASES && value) return { value, from };
  }
  return { value: fallback, from: 'default' };
}

function dealSizeOf({ peersWon: { closes, amount } }: RepBasis, otherwise: number): number {
  return closes >= ENOUGH_DEALS && amount > 0 ? amount / closes : otherwise;
}
