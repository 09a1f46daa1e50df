import type { Day } from '../days/day.ts';
import type { DealLine } from '../deals/deal-line.ts';
import { type RepKey, TEAM } from '../rows/rep-key.ts';
import { cellOf } from './age-bands.ts';
import { type ForecastInput, forecastFrom, weekAt } from './forecast-input.ts';
import { type LearnedHazards, learnedHazards } from './learned-hazards.ts';
import { type NewDeals, newDeals } from './new-deals.ts';
import { type Past, pastOf } from './past.ts';
import { type StandingDeal, standingDeal, standingDealsAt } from './standing-deal.ts';
import { usualDeal } from './usual-deal.ts';

/** How things stand when a day begins: everything that forecasts from that day on are made of, however far they look. */
export interface Standing {
  readonly input: ForecastInput;
  /** The first day forecast. */
  readonly from: Day;
  /** The open deals. */
  readonly deals: readonly StandingDeal[];
  readonly hazards: LearnedHazards;
  /** What is no deal yet. */
  readonly coming: ReadonlyMap<RepKey, NewDeals>;
  readonly usual: (rep: RepKey) => number;
  /** The deals won before, with an amount. */
  readonly won: readonly DealLine[];
}

/** As of now: the deals that are open, from the first day that doesn't count as over. */
export const standingNow = (input: ForecastInput): Standing =>
  standingOn(pastOf(input), forecastFrom(input), input.openDeals.map(standingDeal));

/** As it was when a day of the past began. */
export const standingThen = (past: Past, from: Day): Standing =>
  standingOn(past, from, standingDealsAt(past.lines, from));

function standingOn(past: Past, from: Day, deals: readonly StandingDeal[]): Standing {
  const { lines, input } = past;
  const { weeks, current, rules } = input;
  const week = weekAt(from, current);
  return {
    input,
    from,
    deals,
    hazards: learnedHazards(past, deals, from),
    coming: newDeals(weeks, lines, week, current),
    usual: usualDeal(weeks, rules, week),
    won: lines.filter(({ state, decided = from, amount = 0 }) => state === 'won' && decided < from && amount > 0),
  };
}

/** Whether a deal has ever closed: without one there is nothing to forecast from, which is not a forecast of zero. */
export const hasCloses = ({ hazards: { teamCounts }, coming }: Standing): boolean =>
  teamCounts.next.some((deals, at) => at >= cellOf(2, 0) && deals > 0) || (coming.get(TEAM)?.closedFirst ?? 0) > 0;
