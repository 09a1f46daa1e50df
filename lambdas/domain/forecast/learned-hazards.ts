import { phrase } from '../cells/phrase.ts';
import { remembered } from '../cells/remembered.ts';
import type { Day } from '../days/day.ts';
import type { Segment, Team } from '../inputs/team.ts';
import { type RepKey, TEAM } from '../rows/rep-key.ts';
import type { SameDayShares } from './daily-leaving.ts';
import { type Hazards, seenHazards, shrunkHazards } from './hazards.ts';
import type { Past } from './past.ts';
import { sameDayShares } from './same-day.ts';
import { type StandingDeal, workersOf } from './standing-deal.ts';
import { noCounts, type StepCounts, stepCounts, totalCounts } from './step-exits.ts';

/** What the history until a day says about how deals leave a step. */
export interface LearnedHazards {
  readonly teamCounts: StepCounts;
  readonly sameDay: SameDayShares;
  readonly team: Hazards;
  /** Of the deals that the rep works. */
  of(rep: RepKey): Hazards;
}

/**
 * "from matured history (segment, shrunk per rep; Kaplan-Meier by step)": the chances of a segment are shrunk toward the
 * team's, those of a rep toward the segment's. Young deals need no waiting: they count for as long as they were seen.
 */
export function learnedHazards(
  { exits, lines, input: { rules } }: Past,
  deals: readonly StandingDeal[],
  from: Day,
): LearnedHazards {
  const teamCounts = stepCounts(exits.team, deals, () => JUST_TEAM, from).get(TEAM) ?? noCounts();
  const team = seenHazards(teamCounts);
  // Forecasts of the past ask for the team alone.
  let reps: ((rep: RepKey) => Hazards) | undefined;
  const of = (rep: RepKey): Hazards => {
    reps ??= repHazards(stepCounts(exits.reps, deals, workersOf, from), team, rules.team);
    return reps(rep);
  };
  return { teamCounts, sameDay: sameDayShares(lines, from), team, of };
}

const JUST_TEAM = [TEAM];

function repHazards(
  counts: ReadonlyMap<RepKey, StepCounts>,
  teamHazards: Hazards,
  { members }: Team,
): (rep: RepKey) => Hazards {
  const segments = new Map(members.map(({ name, segment }) => [`r:${phrase(name)}`, segment]));
  const bySegment = Map.groupBy(counts, ([rep]) => segments.get(rep));
  const segmentHazards = remembered((segment: Segment | undefined): Hazards => {
    const parts = segment === undefined ? undefined : bySegment.get(segment);
    return parts ? shrunkHazards(totalCounts(parts.map(([, of]) => of)), teamHazards) : teamHazards;
  });
  return remembered((rep) => shrunkHazards(counts.get(rep) ?? noCounts(), segmentHazards(segments.get(rep))));
}
