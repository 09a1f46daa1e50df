import { phrase } from '../cells/phrase.ts';
import { remembered } from '../cells/remembered.ts';
import type { Day } from '../days/day.ts';
import type { Segment, Team } from '../inputs/team.ts';
import { type RepKey, TEAM } from '../rows/rep-key.ts';
import { type CloseChances, closeChances } from './close-chances.ts';
import type { SameDayShares } from './daily-leaving.ts';
import { type Hazards, seenHazards, shrunkHazards } from './hazards.ts';
import type { Past } from './past.ts';
import { sameDayShares } from './same-day.ts';
import { type StandingDeal, workersOf } from './standing-deal.ts';
import { noCounts, type StepCounts, stepCounts, totalCounts } from './step-exits.ts';

/** What the history until a day says about the chances of deals. */
export interface LearnedChances {
  readonly teamCounts: StepCounts;
  readonly sameDay: SameDayShares;
  readonly team: CloseChances;
  /** Of the deals that the rep works. */
  of(rep: RepKey): CloseChances;
}

/**
 * "from matured history (segment, shrunk per rep; Kaplan-Meier by step)": the chances of a segment are shrunk toward the
 * team's, those of a rep toward the segment's. Young deals need no waiting: they count for as long as they were seen.
 * `horizons` in days.
 */
export function learnedChances(
  { exits, lines, input: { rules } }: Past,
  standing: readonly StandingDeal[],
  from: Day,
  horizons: readonly number[],
): LearnedChances {
  const sameDay = sameDayShares(lines, from);
  const teamCounts = stepCounts(exits.team, standing, () => [TEAM], from).get(TEAM) ?? noCounts();
  const teamHazards = seenHazards(teamCounts);
  // Forecasts of the past ask for the team alone.
  let reps: ((rep: RepKey) => Hazards) | undefined;
  const of = remembered((rep: RepKey) => {
    reps ??= repHazards(stepCounts(exits.reps, standing, workersOf, from), teamHazards, rules.team);
    return closeChances(reps(rep), sameDay, horizons);
  });
  return { teamCounts, sameDay, team: closeChances(teamHazards, sameDay, horizons), of };
}

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
  return (rep) => shrunkHazards(counts.get(rep) ?? noCounts(), segmentHazards(segments.get(rep)));
}
