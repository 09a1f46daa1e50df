import type { Settings } from '../inputs/settings.ts';
import { type Ratio, ratio, valueOfRatio } from '../ratios/ratio.ts';
import type { RepKey } from '../rows/rep-key.ts';
import { type Rates, ratesOf } from './activity-needed.ts';
import { type StepCounts, sumOfSteps } from './step-counts.ts';
import type { RepBasis, TargetBasis } from './target-basis.ts';

/** What a ratio is held against. */
export type YardstickFrom = 'segment' | 'own' | 'default';

/** Rates, the size of a deal in minor units, and where each ratio is from, by the step that it leads to. */
export interface ControlYardstick {
  readonly rates: Rates;
  readonly dealSize: number;
  readonly from: Readonly<Record<'opportunities' | 'asks' | 'closes', YardstickFrom>>;
}

/** "No rank below n = 20" */
const ENOUGH_CASES = 20;
const ENOUGH_DEALS = 5;

/**
 * The factors that reaching the goal is held against: what the others of the segment do, for a rep who has always closed
 * little would otherwise be told to call more; but the rep's own last 26 weeks where an attempt of the rep brings more
 * than one of theirs. A ratio of fewer than 20 cases of theirs is the rep's own, below 20 of these the configured default.
 */
export function controlYardstick({ reps }: TargetBasis, key: RepKey, settings: Settings): ControlYardstick | undefined {
  const rep = reps.get(key);
  if (!rep?.deal) return undefined;
  const others = [...reps.values()].filter((other) => other.segment === rep.segment && other.key !== key);
  const peers = sumOfSteps(others.map(({ counts }) => counts));
  const own = rep.counts;
  const opportunities = held(
    (of) => ratio(of.opportunities, of.attempts),
    peers,
    own,
    settings.opportunitiesPerAttempt,
  );
  const asks = held((of) => ratio(of.asks, of.opportunities), peers, own, settings.asksPerOpportunity);
  const closes = held((of) => ratio(of.closes, of.asks), peers, own, settings.closesPerAsk);
  const theirs: ControlYardstick = {
    rates: {
      ...ratesOf(rep.ratios),
      opportunitiesPerAttempt: opportunities.value,
      asksPerOpportunity: asks.value,
      closesPerAsk: closes.value,
    },
    dealSize: dealSizeOf(rep, rep.deal.amount),
    from: { opportunities: opportunities.from, asks: asks.from, closes: closes.from },
  };
  const usual: ControlYardstick = {
    rates: ratesOf(rep.ratios),
    dealSize: rep.deal.amount,
    from: { opportunities: 'own', asks: 'own', closes: 'own' },
  };
  return brings(usual) > brings(theirs) ? usual : theirs;
}

/** What one attempt brings, or one opportunity of who starts there. */
function brings({ rates, dealSize }: ControlYardstick): number {
  const first = rates.start === 'attempt' ? rates.opportunitiesPerAttempt : 1;
  return first * rates.asksPerOpportunity * rates.closesPerAsk * dealSize;
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
