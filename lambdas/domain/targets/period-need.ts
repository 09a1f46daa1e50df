import type { Day } from '../days/day.ts';
import type { Weeks } from '../ratios/closing-ratio.ts';
import type { RepKey } from '../rows/rep-key.ts';
import type { WeekTarget } from '../weeks/facts.ts';
import { figuresBetween } from '../weeks/figures-between.ts';
import { activityNeeded, ratesOf, roundedUp } from './activity-needed.ts';
import type { RepGoal } from './goal-share.ts';
import { netRevenue } from './net-revenue.ts';
import type { TargetBasis } from './target-basis.ts';

/** What open deals are expected to bring until the end of a period: closes, and minor units. */
export interface Outlook {
  readonly closes: number;
  readonly revenue: number;
}

/** What is left to do in a period, and what it takes. Amounts in minor units. */
export interface PeriodNeed {
  readonly goal: number;
  readonly net: number;
  readonly expected: number;
  /** goal - net - expected; not above 0 when the goal is reached, or as good as. */
  readonly missing: number;
  /** Closes, then asks, opportunities, attempts by the ratios; rounded up. All 0 when nothing is missing. */
  readonly needed: WeekTarget;
  /** Eligible days from `left` to the end of the period. */
  readonly daysLeft: number;
}

/**
 * "closes = (goal − net closed so far − expected from open deals) ÷ average deal, then asks, opportunities, attempts by
 * the ratios." Counts what was closed before the day `closedBefore`, and the eligible
 * days from `left` on; `undefined` = nothing tells what a deal brings.
 */
export function periodNeed(
  { reps, goals }: TargetBasis,
  weeks: Weeks,
  key: RepKey,
  given: {
    readonly goal: RepGoal;
    readonly closedBefore: Day;
    readonly left: Day;
    readonly outlook: Outlook;
    readonly weekStartsOn: number;
  },
): PeriodNeed | undefined {
  const rep = reps.get(key);
  if (!rep?.deal) return undefined;
  const { start, end } = given.goal;
  const goal = Math.round(goals.of(key, given.goal) ?? 0);
  const net = netRevenue(figuresBetween(weeks, key, start, Math.min(given.closedBefore, end), given.weekStartsOn));
  const missing = goal - net - given.outlook.revenue;
  const closes = Math.max(0, missing) / rep.deal.amount;
  return {
    goal,
    net,
    expected: given.outlook.revenue,
    missing,
    needed: roundedUp(activityNeeded(closes, ratesOf(rep.ratios))),
    daysLeft: goals.eligible(key)(given.left, end),
  };
}

/**
 * "Catch-up stands beside the week's target": the MSIs that the week would need beyond its target for the period to
 * reach its goal, from what was closed before the week; 0 when the target does. Spread evenly over the eligible days left.
 */
export function catchUpMsis(need: PeriodNeed, target: WeekTarget, eligibleThisWeek: number): number {
  if (need.daysLeft === 0) return 0;
  return Math.max(
    0,
    Math.ceil((need.needed.msis * Math.min(eligibleThisWeek, need.daysLeft)) / need.daysLeft) - target.msis,
  );
}
