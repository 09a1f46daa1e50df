import { type Week, weeksUntil } from '../days/week.ts';
import type { Rules } from '../inputs/rules.ts';
import type { Weeks } from '../ratios/closing-ratio.ts';
import { type RepKey, TEAM } from '../rows/rep-key.ts';
import { cohortFigure } from '../weeks/week-rollup.ts';
import { type AverageDeal, averageDealOf, type Won, wonBefore } from './average-deal.ts';
import { type Goals, goalsOf } from './goals-of-period.ts';
import { medianDaysToClose } from './median-days-to-close.ts';
import { type RepSteps, type RowRatios, rowRatios } from './row-ratios.ts';
import { type Seller, sellersOf } from './sellers.ts';
import { type StepCounts, sumOfSteps, weeklySteps } from './step-counts.ts';

export const RATIO_WEEKS = 26;

/** What the target of one rep is solved back with. */
export interface RepBasis extends RepSteps {
  readonly ratios: RowRatios;
  /** The sum of the weeks. */
  readonly counts: StepCounts;
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
  const segments = Map.groupBy(steps, ({ segment }) => segment);
  const segmentWon = new Map([...segments].map(([segment, of]) => [segment, wonTogether(of.map(wonOf))]));
  const reps = sellers.flatMap(({ key, member }, at): [RepKey, RepBasis][] => {
    const own = steps[at];
    const ownRatios = ratios.get(key);
    if (!own || !ownRatios) return [];
    const segment = segmentWon.get(own.segment) ?? wonOf(own);
    const peersWon = { closes: segment.closes - wonOf(own).closes, amount: segment.amount - wonOf(own).amount };
    const deal = averageDealOf({
      own: wonOf(own),
      stated: member?.averageDeal,
      segment,
      team,
      setting: rules.settings.averageDeal * 10 ** rules.minorDigits,
    });
    return [[key, { ...own, ratios: ownRatios, counts: sumOfSteps(own.weekly), peersWon, ...(deal && { deal }) }]];
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
  return {
    key,
    segment: member?.segment ?? '',
    weekly: first < 0 ? [] : weekly.slice(first),
    deals: past.reduce((sum, week) => sum + cohortFigure(weeks.get(week), key, 'deals'), 0),
    received: past.reduce((sum, week) => sum + cohortFigure(weeks.get(week), key, 'received'), 0),
  };
}

const wonTogether = (parts: readonly Won[]): Won => ({
  closes: parts.reduce((sum, { closes }) => sum + closes, 0),
  amount: parts.reduce((sum, { amount }) => sum + amount, 0),
});
