import type { Day } from '../days/day.ts';
import { weekOf } from '../days/week.ts';
import type { Settings } from '../inputs/settings.ts';
import { type RepKey, scopes } from '../rows/rep-key.ts';
import type { Figure } from '../weeks/figures.ts';
import { type WeekSums, weekIn, weekOfDay } from '../weeks/week-in.ts';
import { addCohort, addFigures, type CohortFigure } from '../weeks/week-rollup.ts';
import type { DealHistory, Decision } from './deal.ts';
import type { DealEvent } from './deal-event.ts';
import { addDealLags } from './deal-lags.ts';
import { type Occurrence, STEPS } from './occurrence.ts';

export interface DealFigureRules extends WeekSums {
  readonly revenueGoesTo: Settings['revenueGoesTo'];
  /** Deals first seen above an attempt before this day are opening deals: outside ratios. */
  readonly openingUntil: Day;
}

/** Adds (`sign` 1) or takes away (-1) everything that one deal's history contributes to the weeks. */
export function addDealFigures(history: DealHistory, sign: 1 | -1, rules: DealFigureRules): void {
  for (const { event, reps, figures } of contributionsOf(history, rules.revenueGoesTo)) {
    const week = weekOf(event.day, rules.weekStartsOn);
    for (const rep of scopes({ reps })) addFigures(weekIn(rules.weeks, week), rep, event.day - week, figures, sign);
  }
  for (const [index, occurrence] of history.occurrences.entries()) {
    if (isOpeningDeal(occurrence, index, rules.openingUntil)) continue;
    addToCohort(occurrence, sign, rules);
    addToOwnFunnels(occurrence, sign, rules);
    addDealLags(occurrence, sign, rules);
  }
}

/** What one event adds to the figures of its day, for the team and for these reps. */
export interface Contribution {
  readonly event: DealEvent;
  readonly reps: readonly RepKey[];
  readonly figures: readonly (readonly [Figure, number])[];
}

/** Everything that the Close rows of a deal add to weekly figures; what other rows add is in `rowFigures`. */
export function contributionsOf(history: DealHistory, revenueGoesTo: Settings['revenueGoesTo']): Contribution[] {
  const all: Contribution[] = [];
  for (const decision of history.decisions) {
    const { event } = decision;
    all.push({ event, reps: event.reps, figures: figuresOfDecision(decision) });
    if (decision.what === 'close' || decision.what === 'cancelled')
      all.push({ event, reps: revenueReps(decision, revenueGoesTo), figures: revenueOf(decision) });
  }
  for (const { state, last } of history.occurrences)
    if (state === 'lost') all.push({ event: last, reps: last.reps, figures: [['lostForGood', 1]] });
  return all.filter(({ figures }) => figures.length > 0);
}

/** "opening deals: first seen above an attempt within the first 4 weeks of a workbook's data" */
export function isOpeningDeal(occurrence: Occurrence, index: number, openingUntil: Day): boolean {
  const { kind, day } = occurrence.first;
  return index === 0 && kind !== 'attempt' && kind !== 'follow-up' && day < openingUntil;
}

/** "Track this from prospect to close": the deal counts in the week in which it was first worked, for who worked it first. */
function addToCohort(occurrence: Occurrence, sign: 1 | -1, rules: DealFigureRules): void {
  const { first, close, state, askAmount } = occurrence;
  const week = weekOfDay(rules, first.day);
  const reached = STEPS.indexOf(occurrence.step);
  for (const rep of scopes(first)) {
    addCohort(week, rep, 'deals', sign);
    if (reached >= 1) addCohort(week, rep, 'opportunity', sign);
    if (reached >= 2) {
      addCohort(week, rep, 'ask', sign);
      addCohort(week, rep, 'askAmount', sign * (close?.amount ?? askAmount ?? 0));
    }
    if (close) {
      addCohort(week, rep, 'won', sign);
      addCohort(week, rep, 'wonAmount', sign * (close.amount ?? 0));
    } else if (state === 'lost') addCohort(week, rep, 'lost', sign);
  }
}

/** In the order of STEPS. */
const OWN: readonly (readonly [deals: CohortFigure, on: CohortFigure])[] = [
  ['ownAttempts', 'ownAttemptsOn'],
  ['ownOpportunities', 'ownOpportunitiesOn'],
  ['ownAsks', 'ownAsksOn'],
];

/**
 * "hand-off: a rep's own funnel starts at the step where the rep entered": for each step from there on, the deals that
 * reached it, and of these those that went on to the next.
 */
function addToOwnFunnels(occurrence: Occurrence, sign: 1 | -1, rules: DealFigureRules): void {
  const reached = STEPS.indexOf(occurrence.step);
  for (const [rep, { step, day }] of occurrence.entered) {
    const week = weekOfDay(rules, day);
    const from = STEPS.indexOf(step);
    if (!occurrence.first.reps.includes(rep)) addCohort(week, rep, 'received', sign);
    for (const [at, [deals, on]] of OWN.entries()) {
      if (at < from || at > reached) continue;
      addCohort(week, rep, deals, sign);
      if (reached > at) addCohort(week, rep, on, sign);
    }
  }
}

function figuresOfDecision(decision: Decision): [Figure, number][] {
  const { event } = decision;
  const figures = moneyOf(event);
  if (isTouch(decision)) figures.push(['touches', event.count ?? 1], ['msis', event.count ?? 1]);
  if (decision.what === 'close') figures.push(['closes', 1]);
  if (decision.what === 'lost') figures.push(['lost', 1]);
  if (decision.what === 'renewed') figures.push(['renewedAmount', event.amount ?? 0]);
  if (decision.what === 'cancelled') figures.push(['cancelled', decision.first ? 1 : 0]);
  return figures;
}

type RevenueDecision = Extract<Decision, { what: 'close' | 'cancelled' }>;

/** What a close brings, or what is taken back of it: both of whom the revenue goes to, else a part stays with somebody. */
function revenueOf(decision: RevenueDecision): [Figure, number][] {
  if (decision.what === 'cancelled') return [['cancelledAmount', decision.amount]];
  const { amount } = decision.event;
  // "Nothing is not zero": a close whose amount nobody typed is in no average.
  if (amount === undefined) return [];
  return [
    ['closeAmount', amount],
    ['closesWithAmount', 1],
  ];
}

/** "Revenue goes to the booker (setting: originator, both)": who the row names, who worked the deal first, or all. */
function revenueReps({ event, originators }: RevenueDecision, goesTo: Settings['revenueGoesTo']): readonly RepKey[] {
  if (goesTo === 'Originator') return originators;
  return goesTo === 'Both' ? [...new Set([...event.reps, ...originators])] : event.reps;
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
