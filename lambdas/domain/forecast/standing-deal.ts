import type { Day } from '../day.ts';
import { type DealLine, standingOf } from '../deal-line.ts';
import { type RepKey, UNASSIGNED } from '../rep-key.ts';
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
  const { firstReps, lastReps, amount, opening, closedFirst } = line;
  const learnedFrom = !opening && !closedFirst;
  return { step, since, firstReps, reps: lastReps, learnedFrom, ...(amount !== undefined && { amount }) };
}

/**
 * The deals that were open when `day` began, as they stood then. What a line doesn't tell is taken as it is now: who
 * worked the deal last, and that a deal lost and reopened since was open. An amount counts once the ask was reached.
 */
export function standingDealsAt(lines: readonly DealLine[], day: Day): StandingDeal[] {
  return lines.flatMap((line): StandingDeal[] => {
    const [attempt, opportunity, ask] = line.reached;
    if (attempt >= day || (line.decided ?? day) < day) return [];
    if (ask !== undefined && ask < day) return [standingDeal(line)];
    const { amount: _unknownThen, ...then } = line;
    const reached: DealLine['reached'] =
      opportunity !== undefined && opportunity < day ? [attempt, opportunity] : [attempt];
    return [standingDeal({ ...then, reached })];
  });
}
