import type { Weeks } from '../closing-ratio.ts';
import { type RepKey, TEAM } from '../rep-key.ts';
import type { Rules } from '../rules.ts';
import { type Week, weeksUntil } from '../week.ts';
import { cohortOf } from '../week-rollup.ts';
import { type AverageDeal, averageDealOf, type Won, wonBefore } from './average-deal.ts';
import { type Goals, goalsOf } from './goals-of-period.ts';
import { medianDaysToClose } from './median-days-to-close.ts';
import { type RepSteps, type RowRatios, rowRatios } from './row-ratios.ts';
import { type Seller, sellersOf } from './sellers.ts';
import { weeklySteps } from './step-counts.ts';

export const RATIO_WEEKS = 26;

/** What the target of one rep is solved back with. */
export interface RepBasis extends RepSteps {
  readonly ratios: RowRatios;
  /** Absent = nothing tells what a deal brings. */
  readonly deal?: AverageDeal;
  /** Deals won by the others of the segment in the last 104 weeks. */
  readonly peersWon: Won;
}

export interface TargetBasis {
  readonly week: Week;
  readonly reps: ReadonlyMap<RepKey, RepBasis>;
  readonly goals: Goals;
  /** Median days from first MSI to close; absent without closes. */
  readonly daysToClose?: number;
  /** "No closes anywhere: 'insufficient history', default named." */
  readonly insufficientHistory: boolean;
}

/** Ratios, average deals and goals as of the first day of a week: nothing of that week or later is looked at. */
export function targetBasis(weeks: Weeks, rules: Rules, week: Week): TargetBasis {
  const past = weeksUntil(week - 7, RATIO_WEEKS);
  const sellers = sellersOf(rules, weeks, past);
  const steps = sellers.map((seller) => stepsOf(seller, weeks, past, rules));
  const ratios = rowRatios(steps, rules.settings);
  const won = new Map(sellers.map(({ key }) => [key, wonBefore(weeks, key, week)]));
  const team = wonBefore(weeks, TEAM, week);
  const reps = sellers.flatMap(({ key, member }, at): [RepKey, RepBasis][] => {
    const own = steps[at];
    const ownRatios = ratios.get(key);
    if (!own || !ownRatios) return [];
    const peersWon = wonTogether(steps.filter((rep) => rep.segment === own.segment && rep.key !== key).map(wonOf));
    const deal = averageDealOf({
      own: wonOf(own),
      stated: member?.averageDeal,
      segment: wonTogether([wonOf(own), peersWon]),
      team,
      setting: rules.settings.averageDeal * 10 ** rules.minorDigits,
    });
    return [[key, { ...own, ratios: ownRatios, peersWon, ...(deal && { deal }) }]];
  });
  function wonOf({ key }: { readonly key: RepKey }): Won {
    return won.get(key) ?? { closes: 0, amount: 0 };
  }
  const daysToClose = medianDaysToClose(weeks, week);
  return {
    week,
    reps: new Map(reps),
    goals: goalsOf(rules, sellers),
    insufficientHistory: weeklySteps(weeks, TEAM, past, 'Count').every(({ closes }) => closes === 0),
    ...(daysToClose !== undefined && { daysToClose }),
  };
}

function stepsOf({ key, member }: Seller, weeks: Weeks, past: readonly Week[], { settings }: Rules): RepSteps {
  const weekly = weeklySteps(weeks, key, past, settings.unconfirmed);
  const first = past.findIndex((week) => weeks.get(week)?.days.has(key));
  const cohorts = past.map((week) => cohortOf(weeks.get(week), key));
  return {
    key,
    segment: member?.segment ?? '',
    weekly: first < 0 ? [] : weekly.slice(first),
    deals: cohorts.reduce((sum, { deals }) => sum + deals, 0),
    received: cohorts.reduce((sum, { received }) => sum + received, 0),
  };
}

const wonTogether = (parts: readonly Won[]): Won => ({
  closes: parts.reduce((sum, { closes }) => sum + closes, 0),
  amount: parts.reduce((sum, { amount }) => sum + amount, 0),
});
