import { remembered } from '../cells/remembered.ts';
import type { Settings } from '../inputs/settings.ts';
import { type Ratio, ratio, valueOfRatio } from '../ratios/ratio.ts';
import type { RepKey } from '../rows/rep-key.ts';
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
const FOLLOW_UPS: Readonly<Record<RowRatios['start'], Pair>> = {
  attempt: ({ followUps, attempts }) => ratio(followUps, attempts),
  opportunity: ({ followUps, opportunities }) => ratio(followUps, opportunities),
};

/**
 * "the rep's own period ratios in rows over the last 26 complete weeks, shrunk", for each rep; `reps` are all of the
 * team, since they are each other's peers.
 */
export function rowRatios(reps: readonly RepSteps[], settings: Settings): Map<RepKey, RowRatios> {
  const totals = reps.map((rep) => ({ ...rep, counts: sumOfSteps(rep.weekly) }));
  const segments = Map.groupBy(totals, ({ segment }) => segment);
  const pooled = new Map(
    [...segments].map(([segment, members]) => [segment, remembered((pair: Pair) => poolOf(members, pair))]),
  );
  return new Map(
    totals.map(({ key, segment, counts, deals, received }) => {
      const prior = (pair: Pair): number | undefined => priorOf(pooled.get(segment)?.(pair) ?? NO_CASES, pair(counts));
      const shrink = (name: keyof typeof PAIRS): ShrunkRatio => {
        const own = PAIRS[name](counts);
        const ofSegment = prior(PAIRS[name]);
        const value = shrunk(own, ofSegment ?? settings[name]);
        const priorFrom = ofSegment === undefined ? 'default' : 'segment';
        return { own, prior: ofSegment ?? settings[name], priorFrom, value };
      };
      const start = received > deals ? ('opportunity' as const) : ('attempt' as const);
      const followUps = FOLLOW_UPS[start];
      const usual = prior(followUps);
      return [
        key,
        {
          start,
          opportunitiesPerAttempt: shrink('opportunitiesPerAttempt'),
          asksPerOpportunity: shrink('asksPerOpportunity'),
          closesPerAsk: shrink('closesPerAsk'),
          // No default: below 3 peers the rep's own rate stands alone, without rows it is 0.
          followUpsPerStart:
            usual === undefined ? (valueOfRatio(followUps(counts)) ?? 0) : shrunk(followUps(counts), usual),
        },
      ];
    }),
  );
}

/** The ratio of some reps together, and how many of them have cases. */
interface Pool extends Ratio {
  readonly reps: number;
}
const NO_CASES: Pool = { x: 0, n: 0, reps: 0 };

function poolOf(members: readonly { readonly counts: StepCounts }[], pair: Pair): Pool {
  const cases = members.map(({ counts }) => pair(counts)).filter(({ n }) => n > 0);
  return {
    x: cases.reduce((sum, { x }) => sum + x, 0),
    n: cases.reduce((sum, { n }) => sum + n, 0),
    reps: cases.length,
  };
}

/** The segment without the rep; absent below 3 peers who have cases, and where none of them ever got on. */
function priorOf(segment: Pool, own: Ratio): number | undefined {
  const mine = own.n > 0 ? { ...own, reps: 1 } : NO_CASES;
  const peers: Pool = { x: segment.x - mine.x, n: segment.n - mine.n, reps: segment.reps - mine.reps };
  return peers.reps < ENOUGH_PEERS || peers.x === 0 ? undefined : valueOfRatio(peers);
}
