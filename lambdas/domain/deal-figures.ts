import type { Day } from './day.ts';
import { type DealHistory, type Decision, type Occurrence, STEPS } from './deal.ts';
import type { DealEvent } from './deal-event.ts';
import type { Figure } from './figures.ts';
import { type RepKey, TEAM, UNASSIGNED } from './rep-key.ts';
import { weekOf } from './week.ts';
import { addCohort, addDaysToClose, addFigures, type WeekRollup } from './week-rollup.ts';

export interface DealFigureRules {
  readonly weekStartsOn: number;
  /** Deals first seen above an attempt before this day are opening deals: outside ratios. */
  readonly openingUntil: Day;
  /** The rollup of a week, made when it is not there yet. */
  readonly weekAt: (week: Day) => WeekRollup;
}

/** Adds (`sign` 1) or takes away (-1) everything that one deal's history contributes to the weeks. */
export function addDealFigures(history: DealHistory, sign: 1 | -1, rules: DealFigureRules): void {
  const add = (event: DealEvent, figures: readonly (readonly [Figure, number])[]): void => {
    if (figures.length === 0) return;
    const week = weekOf(event.day, rules.weekStartsOn);
    for (const rep of scopes(event)) addFigures(rules.weekAt(week), rep, event.day - week, figures, sign);
  };
  for (const decision of history.decisions) add(decision.event, figuresOfDecision(decision));
  history.occurrences.forEach((occurrence, index) => {
    if (!isOpeningDeal(occurrence, index, rules.openingUntil)) addToCohort(occurrence, sign, rules);
  });
}

/** "opening deals: first seen above an attempt within the first 4 weeks of a workbook's data" */
export function isOpeningDeal(occurrence: Occurrence, index: number, openingUntil: Day): boolean {
  const { kind, day } = occurrence.first;
  return index === 0 && kind !== 'attempt' && kind !== 'follow-up' && day < openingUntil;
}

/** "Track this from prospect to close": the deal counts in the week in which it was first worked, for who worked it first. */
function addToCohort(occurrence: Occurrence, sign: 1 | -1, rules: DealFigureRules): void {
  const week = rules.weekAt(weekOf(occurrence.first.day, rules.weekStartsOn));
  const reached = STEPS.indexOf(occurrence.step);
  for (const rep of scopes(occurrence.first)) {
    addCohort(week, rep, 'deals', sign);
    if (reached >= 1) addCohort(week, rep, 'opportunity', sign);
    if (reached >= 2) addCohort(week, rep, 'ask', sign);
    if (occurrence.close) {
      addCohort(week, rep, 'won', sign);
      addCohort(week, rep, 'wonAmount', sign * (occurrence.close.amount ?? 0));
    } else if (occurrence.state === 'lost') addCohort(week, rep, 'lost', sign);
  }
  // "An order that cannot be (close before first contact) is flagged and kept out of averages."
  if (occurrence.close && occurrence.first.kind !== 'close') {
    const closedIn = rules.weekAt(weekOf(occurrence.close.day, rules.weekStartsOn));
    addDaysToClose(closedIn, occurrence.close.day - occurrence.first.day, sign);
  }
}

function figuresOfDecision(decision: Decision): [Figure, number][] {
  const { event } = decision;
  const figures = moneyOf(event);
  if (isTouch(decision)) figures.push(['touches', event.count ?? 1], ['msis', event.count ?? 1]);
  if (decision.what === 'close') figures.push(['closes', 1], ['closeAmount', event.amount ?? 0]);
  if (decision.what === 'lost') figures.push(['lost', 1]);
  if (decision.what === 'renewed') figures.push(['renewedAmount', event.amount ?? 0]);
  if (decision.what === 'cancelled')
    figures.push(['cancelled', decision.first ? 1 : 0], ['cancelledAmount', decision.amount]);
  return figures;
}

/**
 * "Later rows of a closed deal (Invoiced, Paid, Cancelled, Refunded, Renewed) are no touches." A booking is one even
 * where only the payment counts as the close, and so is a Lost that decides nothing new.
 */
function isTouch({ what, event }: Decision): boolean {
  return what === 'close' || event.close === 'booked' || event.close === 'lost';
}

/** Booked, invoiced and paid amounts add up in columns of their own, whichever event counts. */
function moneyOf(event: DealEvent): [Figure, number][] {
  const amount = event.amount ?? 0;
  if (event.close === 'booked') return [['bookedAmount', amount]];
  if (event.close === 'invoiced') return [['invoicedAmount', amount]];
  return event.close === 'paid' ? [['paidAmount', amount]] : [];
}

/** The team counts a row once; each rep named on it is credited. */
export function scopes(event: { readonly reps: readonly RepKey[] }): readonly RepKey[] {
  return event.reps.length > 0 ? [TEAM, ...event.reps] : [TEAM, UNASSIGNED];
}
