import type { Day } from '../days/day.ts';
import type { Weeks } from '../ratios/closing-ratio.ts';
import type { RepKey } from '../rows/rep-key.ts';
import type { Figures } from '../weeks/figures.ts';
import { figuresBetween } from '../weeks/figures-between.ts';
import type { Period } from './goal-period.ts';
import type { Goals } from './goals-of-period.ts';
import { netRevenue } from './net-revenue.ts';

/** Amounts in minor units. */
export interface PeriodToDate {
  readonly figures: Figures;
  /** Closed less cancelled, and renewals. */
  readonly net: number;
  /** Absent = no goal covers any day of the period. */
  readonly goal?: number;
  /** `expected = target × eligible days elapsed ÷ eligible days` */
  readonly expected?: number;
}

/**
 * "Period to date: booked, invoiced, paid, net against goal": a rep (or the team) from the start of the period until the
 * day `through`, that day included. What is expected counts the days before `elapsedTo`.
 */
export function periodToDate(
  weeks: Weeks,
  goals: Goals,
  rep: RepKey,
  given: { readonly period: Period; readonly through: Day; readonly elapsedTo: Day; readonly weekStartsOn: number },
): PeriodToDate {
  const { period, through, elapsedTo, weekStartsOn } = given;
  const figures = figuresBetween(weeks, rep, period.start, Math.min(through + 1, period.end), weekStartsOn);
  const goal = goals.of(rep, period);
  const until = Math.max(period.start, Math.min(elapsedTo, period.end));
  const expected = goal === undefined ? undefined : (goals.until(rep, period, until) ?? 0);
  return {
    figures,
    net: netRevenue(figures),
    ...(goal !== undefined && { goal: Math.round(goal) }),
    ...(expected !== undefined && { expected: Math.round(expected) }),
  };
}
