import { type Day, weekdaysBetween } from '../days/day.ts';
import type { RepKey } from '../rows/rep-key.ts';
import type { DealEvent, NextStep } from './deal-event.ts';
import type { TakenBack } from './take-back.ts';

export const STEPS = ['attempt', 'opportunity', 'ask', 'close'] as const;
export type Step = (typeof STEPS)[number];

/** One run of a deal from first contact to decision; occurrence n+1 opens after a counted close. Of one shape, as events are. */
export interface Occurrence {
  /** The first MSI: when the deal was first worked, by whom, and as what. */
  readonly first: DealEvent;
  /** The last event that worked or decided it. */
  last: DealEvent;
  /** Furthest step reached. */
  step: Step;
  /** The day on which each step before the close was first reached, filled in backwards. */
  readonly reached: [attempt: Day, opportunity?: Day, ask?: Day];
  /** The counting event. */
  close: DealEvent | undefined;
  /** The days of the three events, whichever counts. */
  readonly dates: Record<'booked' | 'invoiced' | 'paid', Day | undefined>;
  state: 'open' | 'won' | 'lost';
  /** The counted close was taken back. */
  cancelled: boolean;
  readonly takenBack: TakenBack;
  lastMsi: Day;
  msis: number;
  /** Weekdays between each MSI and the next, until the close. */
  readonly gaps: number[];
  /** Who worked it last; stays when a row names nobody. */
  lastReps: readonly RepKey[];
  /** Each rep who worked it -> the step that the deal was in when the rep came. */
  readonly entered: Map<RepKey, { readonly step: Step; readonly day: Day }>;
  /** Of the last ask that names one. Minor units. */
  askAmount: number | undefined;
  nextStep: (NextStep & { readonly on: Day }) | undefined;
  /** How often a dated next step was put off before its day. */
  slips: number;
}

export function openOccurrence(event: DealEvent): Occurrence {
  return {
    first: event,
    last: event,
    step: 'attempt',
    reached: [event.day],
    close: undefined,
    dates: { booked: undefined, invoiced: undefined, paid: undefined },
    state: 'open',
    cancelled: false,
    takenBack: { amount: 0, by: new Set() },
    lastMsi: event.day,
    msis: 0,
    gaps: [],
    lastReps: event.reps,
    entered: new Map(),
    askAmount: undefined,
    nextStep: undefined,
    slips: 0,
  };
}

/** A selling MSI, or a row that decides the deal: who worked it, when, and what is to be done next. */
export function touch(occurrence: Occurrence, event: DealEvent): void {
  for (const rep of event.reps) {
    if (!occurrence.entered.has(rep)) occurrence.entered.set(rep, { step: occurrence.step, day: event.day });
  }
  if (occurrence.msis > 0 && !occurrence.close) occurrence.gaps.push(weekdaysBetween(occurrence.lastMsi, event.day));
  occurrence.msis += 1;
  occurrence.lastMsi = event.day;
  occurrence.last = event;
  if (event.reps.length > 0) occurrence.lastReps = event.reps;
  if (event.kind === 'ask' && event.amount !== undefined) occurrence.askAmount = event.amount;
  planNext(occurrence, event);
}

/** "slipped": a dated next step is put off while its day has not come. */
export function planNext(occurrence: Occurrence, { day, next }: DealEvent): void {
  if (!next) return;
  const before = occurrence.nextStep?.due;
  if (before !== undefined && next.due !== undefined && day < before && next.due > before) occurrence.slips += 1;
  occurrence.nextStep = { text: next.text, due: next.due, on: day };
}

/** Moves the furthest step forward; a step implies the steps before it. */
export function reach(occurrence: Occurrence, step: Step, day: Day): void {
  const to = STEPS.indexOf(step);
  if (to <= STEPS.indexOf(occurrence.step)) return;
  occurrence.step = step;
  for (let at = 1; at <= Math.min(to, 2); at++) occurrence.reached[at] ??= day;
}
