import { remembered } from '../cells/remembered.ts';
import type { RepKey } from '../rows/rep-key.ts';
import type { OpenStep } from './age-bands.ts';
import { type CloseChances, closeChances } from './close-chances.ts';
import type { Standing } from './standing.ts';
import { type StandingDeal, workersOf } from './standing-deal.ts';

/** An open deal, and its chance of closing within each of the horizons by what the team's deals did. */
export interface DealOutlook {
  readonly deal: StandingDeal;
  readonly step: OpenStep;
  /** Days in the step at the end of the last day known; -1 = it comes in on the first day forecast. */
  readonly age: number;
  readonly within: Float64Array;
  /** Its own, else the usual one of who works it. Minor units. */
  readonly amount: number;
}

/** What the coming days may bring. */
export interface Outlook {
  readonly standing: Standing;
  /** Days from the first one forecast on, ascending. */
  readonly horizons: readonly number[];
  readonly deals: readonly DealOutlook[];
  readonly team: CloseChances;
  /** Of the deals that a rep works. */
  readonly ofRep: (rep: RepKey) => CloseChances;
}

export function outlook(standing: Standing, horizons: readonly number[]): Outlook {
  const { from, hazards, usual } = standing;
  const team = closeChances(hazards.team, hazards.sameDay, horizons);
  return {
    standing,
    horizons,
    team,
    ofRep: remembered((rep: RepKey) => closeChances(hazards.of(rep), hazards.sameDay, horizons)),
    deals: standing.deals.map((deal) => ({
      deal,
      step: deal.step,
      age: from - 1 - deal.since,
      within: team.within(deal.step, from - 1 - deal.since),
      amount: deal.amount ?? usualOf(workersOf(deal), usual),
    })),
  };
}

function usualOf(reps: readonly RepKey[], usual: (rep: RepKey) => number): number {
  let sum = 0;
  for (const rep of reps) sum += usual(rep);
  return sum / reps.length;
}
