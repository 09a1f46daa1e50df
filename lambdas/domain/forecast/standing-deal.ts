import type { Day } from '../days/day.ts';
import { type DealLine, standingOf } from '../deals/deal-line.ts';
import { type RepKey, UNASSIGNED } from '../rows/rep-key.ts';
import type { OpenStep } from './age-bands.ts';

/** An open deal as a forecast sees it. */
export interface StandingDeal {
  readonly step: OpenStep;
  /** The day on which it came into the step. */
  readonly since: Day;
  /** Who worked it first, and last. */
  readonly firstReps: readonly RepKey[];
  readonly reps: readonly RepKey[];
  /** Minor units. */
  readonly amount?: number;
  /** Opening deals, and orders that can't be, are forecast, and nothing is learned from them. */
  readonly learnedFrom: boolean;
}

/** Who works it; what nobody works has a line of its own. */
export const workersOf = ({ reps }: StandingDeal): readonly RepKey[] => (reps.length > 0 ? reps : [UNASSIGNED]);

export function standingDeal(line: DealLine): StandingDeal {
  const { step, since } = standingOf(line);
  return standingAt(line, step, since, line.amount);
}

function standingAt(line: DealLine, step: OpenStep, since: Day, amount: number | undefined): StandingDeal {
  const { firstReps, lastReps: reps, opening, closedFirst } = line;
  return {
    step,
    since,
    firstReps,
    reps,
    learnedFrom: !opening && !closedFirst,
    ...(amount !== undefined && { amount }),
  };
}

/**
 * The deals that were open when `day` began, as they stood then. What a line doesn't tell is taken as it is now: who
 * worked the deal last, and that a deal lost and reopened since was open. An amount counts once the ask was reached.
 */
export function standingDealsAt(lines: readonly DealLine[], day: Day): StandingDeal[] {
  const deals: StandingDeal[] = [];
  for (const line of lines) {
    const [attempt, opportunity = day, ask = day] = line.reached;
    if (attempt >= day || (line.decided ?? day) < day) continue;
    if (ask < day) deals.push(standingAt(line, 2, ask, line.amount));
    else if (opportunity < day) deals.push(standingAt(line, 1, opportunity, undefined));
    else deals.push(standingAt(line, 0, attempt, undefined));
  }
  return deals;
}
