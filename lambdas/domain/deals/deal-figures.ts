import type { Day } from '../days/day.ts';
import { weekOf } from '../days/week.ts';
import type { Settings } from '../inputs/settings.ts';
import { type RepKey, scopes } from '../rows/rep-key.ts';
import type { Figure } from '../weeks/figures.ts';
import { addCohort, addFigures, type CohortFigure, type WeekRollup } from '../weeks/week-rollup.ts';
import type { DealHistory, Decision } from './deal.ts';
import type { DealEvent } from './deal-event.ts';
import { addDealLags } from './deal-lags.ts';
import { type Occurrence, STEPS, type Step } from './occurrence.ts';

export interface DealFigureRules {
  readonly weekStartsOn: number;
  readonly revenueGoesTo: Settings['revenueGoesTo'];
  /** Deals first seen above an attempt before this day are opening deals: outside ratios. */
  readonly openingUntil: Day;
  /** The rollup of a week, made when it is not there yet. */
  readonly weekAt: (week: Day) => WeekRollup;
}

/** Adds (`sign` 1) or takes away (-1) everything that one deal's history contributes to the weeks. */
export function addDealFigures(history: DealHistory, sign: 1 | -1, rules: DealFigureRules): void {
  for (const { event, reps, figures } of contributionsOf(history, rules.revenueGoesTo)) {
    const week = weekOf(event.day, rules.weekStartsOn);
    for (const rep of scopes({ reps })) addFigures(rules.weekAt(week), rep, event.day - week, figures, sign);
  }
  history.occurrences.forEach((occurrence, index) => {
    if (isOpeningDeal(occurrence, index, rules.openingUntil)) return;
    addToCohort(occurrence, sign, rules);
    addToOwnFunnels(occurrence, sign, rules);
    addDealLags(occurrence, sign, (day) => rules.weekAt(weekOf(day, rules.weekStartsOn)));
  });
}

/** What one event adds to the figures of its day, for the team and for these reps. */
export interface Contribution {
  readonly event: DealEvent;
  readonly reps: readonly RepKey[];
  readonly figures: readonly (readonly [Figure, number])[];
}

/** Everything that the Close rows of a deal add to weekly figures; what other rows add is in `rowFigures`. */
export function contributionsOf(history: DealHistory, revenueGoesTo: Settings['revenueGoesTo']): Contribution[] {
  const decisions = history.decisions.flatMap((decision): Contribution[] => {
    const { event } = decision;
    const own = { event, reps: event.reps, figures: figuresOfDecision(decision) };
    if (decision.what !== 'close' && decision.what !== 'cancelled') return [own];
    const reps = revenueReps(decision, revenueGoesTo);
    return [own, { event, reps, figures: revenueOf(decision) }];
  });
  const lost = history.occurrences.flatMap(({ state, last }): Contribution[] =>
    state === 'lost' ? [{ event: last, reps: last.reps, figures: [['lostForGood', 1]] }] : [],
  );
  return [...decisions, ...lost].filter(({ figures }) => figures.length > 0);
}

/** "opening deals: first seen above an attempt within the first 4 weeks of a workbook's data" */
export function isOpeningDeal(occurrence: Occurrence, index: number, openingUntil: Day): boolean {
  const { kind, day } = occurrence.first;
  return index === 0 && kind !== 'attempt' && kind !== 'follow-up' && day < openingUntil;
}

/** "Track this from prospect to close": the deal counts in the week in which it was first worked, for who worked it first. */
function addToCohort(occurrence: Occurrence, sign: 1 | -1, rules: DealFigureRules): void {
  const { first, close, state, askAmount } = occurrence;
  const week = rules.weekAt(weekOf(first.day, rules.weekStartsOn));
  const reached = STEPS.indexOf(occurrence.step);
  for (const rep of scopes(first)) {
    const add = (figure: CohortFigure, amount: number): void => addCohort(week, rep, figure, sign * amount);
    add('deals', 1);
    if (reached >= 1) add('opportunity', 1);
    if (reached >= 2) {
      add('ask', 1);
      add('askAmount', close?.amount ?? askAmount ?? 0);
    }
    if (close) {
      add('won', 1);
      add('wonAmount', close.amount ?? 0);
    } else if (state === 'lost') add('lost', 1);
  }
}

const OWN: readonly (readonly [Step, CohortFigure, CohortFigure])[] = [
  ['attempt', 'ownAttempts', 'ownAttemptsOn'],
  ['opportunity', 'ownOpportunities', 'ownOpportunitiesOn'],
  ['ask', 'ownAsks', 'ownAsksOn'],
];

/**
 * "hand-off: a rep's own funnel starts at the step where the rep entered": for each step from there on, the deals that
 * reached it, and of these those that went on to the next.
 */
function addToOwnFunnels(occurrence: Occurrence, sign: 1 | -1, rules: DealFigureRules): void {
  const reached = STEPS.indexOf(occurrence.step);
  for (const [rep, { step, day }] of occurrence.entered) {
    const week = rules.weekAt(weekOf(day, rules.weekStartsOn));
    const from = STEPS.indexOf(step);
    if (!occurrence.first.reps.includes(rep)) addCohort(week, rep, 'received', sign);
    OWN.forEach(([, deals, on], at) => {
      if (at < from || at > reached) return;
      addCohort(week, rep, deals, sign);
      if (reached > at) addCohort(week, rep, on, sign);
    });
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
