import { type Ratio, ratio, valueOfRatio } from '../ratio.ts';
import type { RepKey } from '../rep-key.ts';
import type { Settings } from '../settings.ts';
import { shrunk } from './shrunk-ratio.ts';
import { type StepCounts, sumOfSteps } from './step-counts.ts';

/** A rep's own ratio of the last 26 complete weeks, in rows, and what it is shrunk towards. */
export interface ShrunkRatio {
  readonly own: Ratio;
  /** The rep's segment without the rep, or the configured default: then with fewer than 3 peers who have cases. */
  readonly prior: number;
  readonly priorFrom: 'segment' | 'default';
  readonly value: number;
}

export interface RowRatios {
  /** "A rep who mostly receives deals starts at Opportunity." */
  readonly start: 'attempt' | 'opportunity';
  readonly opportunitiesPerAttempt: ShrunkRatio;
  readonly asksPerOpportunity: ShrunkRatio;
  readonly closesPerAsk: ShrunkRatio;
  /** Follow-ups beside each attempt; where the rep starts at Opportunity, beside each opportunity. */
  readonly followUpsPerStart: number;
}

/** A rep with the rows of some weeks. */
export interface RepSteps {
  readonly key: RepKey;
  readonly segment: string;
  readonly weekly: readonly StepCounts[];
  /** Deals that the rep worked first, and deals that others had worked before. */
  readonly deals: number;
  readonly received: number;
}

const ENOUGH_PEERS = 3;
type Pair = (counts: StepCounts) => Ratio;
const PAIRS = {
  opportunitiesPerAttempt: ({ opportunities, attempts }) => ratio(opportunities, attempts),
  asksPerOpportunity: ({ asks, opportunities }) => ratio(asks, opportunities),
  closesPerAsk: ({ closes, asks }) => ratio(closes, asks),
} as const satisfies Record<string, Pair>;

/**
 * "the rep's own period ratios in rows over the last 26 complete weeks, shrunk", for each rep; `reps` are all of the
 * team, since they are each other's peers.
 */
export function rowRatios(reps: readonly RepSteps[], settings: Settings): Map<RepKey, RowRatios> {
  const totals = reps.map(({ key, segment, weekly, deals, received }) => ({
    key,
    segment,
    counts: sumOfSteps(weekly),
    start: received > deals ? ('opportunity' as const) : ('attempt' as const),
  }));
  return new Map(
    totals.map(({ key, segment, counts, start }) => {
      const peers = totals.filter((other) => other.segment === segment && other.key !== key).map((peer) => peer.counts);
      const shrink = (pair: keyof typeof PAIRS): ShrunkRatio => {
        const own = PAIRS[pair](counts);
        const segmentPrior = priorOf(peers, PAIRS[pair]);
        const prior = segmentPrior ?? settings[pair];
        return { own, prior, priorFrom: segmentPrior === undefined ? 'default' : 'segment', value: shrunk(own, prior) };
      };
      const opportunitiesPerAttempt = shrink('opportunitiesPerAttempt');
      const asksPerOpportunity = shrink('asksPerOpportunity');
      const closesPerAsk = shrink('closesPerAsk');
      const followUpsPerStart = followUpRate(counts, peers, start);
      return [key, { start, opportunitiesPerAttempt, asksPerOpportunity, closesPerAsk, followUpsPerStart }];
    }),
  );
}

/** Of the peers who have cases; absent below 3 of them, and where none of them ever got on: nothing divides by zero. */
function priorOf(peers: readonly StepCounts[], pair: Pair): number | undefined {
  const cases = peers.map(pair).filter(({ n }) => n > 0);
  if (cases.length < ENOUGH_PEERS) return undefined;
  const pooled = ratio(
    cases.reduce((sum, { x }) => sum + x, 0),
    cases.reduce((sum, { n }) => sum + n, 0),
  );
  return pooled.x === 0 ? undefined : valueOfRatio(pooled);
}

/** There is no default for follow-ups: below 3 peers the rep's own rate stands alone, without rows it is 0. */
function followUpRate(counts: StepCounts, peers: readonly StepCounts[], start: RowRatios['start']): number {
  const pair: Pair = ({ followUps, attempts, opportunities }) =>
    ratio(followUps, start === 'attempt' ? attempts : opportunities);
  const own = pair(counts);
  const prior = priorOf(peers, pair);
  return prior === undefined ? (valueOfRatio(own) ?? 0) : shrunk(own, prior);
}
