import type { Day } from '../days/day.ts';
import type { DealLine } from '../deals/deal-line.ts';
import { type RepKey, TEAM } from '../rows/rep-key.ts';
import type { OpenStep } from './age-bands.ts';
import { cellOf } from './age-bands.ts';
import { weekAt } from './forecast-input.ts';
import { type LearnedChances, learnedChances } from './learned-chances.ts';
import { type NewDeals, newDeals } from './new-deals.ts';
import type { Past } from './past.ts';
import { type StandingDeal, standingDeal, standingDealsAt, workersOf } from './standing-deal.ts';
import { usualDeal } from './usual-deal.ts';

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

/** Everything that a forecast from one day on is made of. */
export interface Outlook {
  readonly from: Day;
  /** Days from `from` on, ascending. */
  readonly horizons: readonly number[];
  readonly deals: readonly DealOutlook[];
  readonly chances: LearnedChances;
  /** What is no deal yet. */
  readonly coming: ReadonlyMap<RepKey, NewDeals>;
  readonly usual: (rep: RepKey) => number;
  /** The deals won before, with an amount. */
  readonly won: readonly DealLine[];
}

/** From `from` on, with the deals that are open now, or (`then`) with those that were open when that day began. */
export function outlook(past: Past, from: Day, horizons: readonly number[], when: 'now' | 'then'): Outlook {
  const { lines, input } = past;
  const { weeks, current, rules } = input;
  const standing = when === 'now' ? input.openDeals.map(standingDeal) : standingDealsAt(lines, from);
  const week = weekAt(from, current);
  const chances = learnedChances(past, standing, from, horizons);
  const usual = usualDeal(weeks, rules, week);
  return {
    from,
    horizons,
    chances,
    usual,
    deals: standing.map((deal) => ({
      deal,
      step: deal.step,
      age: from - 1 - deal.since,
      within: chances.team.within(deal.step, from - 1 - deal.since),
      amount: deal.amount ?? meanOf(workersOf(deal).map(usual)),
    })),
    coming: newDeals(weeks, lines, week, current),
    won: lines.filter(({ state, decided = from, amount = 0 }) => state === 'won' && decided < from && amount > 0),
  };
}

const meanOf = (amounts: readonly number[]): number =>
  amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length;

/** Whether a deal has ever closed: without one there is nothing to forecast from, which is not a forecast of zero. */
export function hasCloses({ chances: { teamCounts }, coming }: Outlook): boolean {
  return (
    teamCounts.next.some((deals, at) => at >= cellOf(2, 0) && deals > 0) || (coming.get(TEAM)?.closedFirst ?? 0) > 0
  );
}
