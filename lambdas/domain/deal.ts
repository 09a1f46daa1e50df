import type { CloseEvent } from './activity-kind.ts';
import type { Day } from './day.ts';
import type { DealEvent } from './deal-event.ts';
import type { Settings } from './settings.ts';
import { type TakenBack, takeBack } from './take-back.ts';

export const STEPS = ['attempt', 'opportunity', 'ask', 'close'] as const;
export type Step = (typeof STEPS)[number];

/** What a Close row turned out to be, once its deal is known. */
export type Decision =
  | { readonly what: 'close'; readonly event: DealEvent }
  | { readonly what: 'lost'; readonly event: DealEvent }
  /** Money of a counted close taken back; `first`: with it the close itself, in net figures. */
  | { readonly what: 'cancelled'; readonly event: DealEvent; readonly amount: number; readonly first: boolean }
  | { readonly what: 'renewed'; readonly event: DealEvent }
  /** A Close row that decides nothing new: a later invoice or payment, a second Lost. */
  | { readonly what: 'later'; readonly event: DealEvent };

/** One run of a deal from first contact to decision; occurrence n+1 opens after a counted close. */
export interface Occurrence {
  /** The first MSI: when the deal was first worked, by whom, and as what. */
  readonly first: DealEvent;
  /** Furthest step reached. */
  step: Step;
  /** The counting event. */
  close?: DealEvent;
  /** The days of the three events, whichever counts. */
  dates: Partial<Record<'booked' | 'invoiced' | 'paid', Day>>;
  state: 'open' | 'won' | 'lost';
  /** The counted close was taken back. */
  cancelled: boolean;
  readonly takenBack: TakenBack;
  lastMsi: Day;
}

export interface DealHistory {
  readonly occurrences: readonly Occurrence[];
  /** One for each Close row, in order of time. */
  readonly decisions: readonly Decision[];
}

/** Folds the events of one deal, sorted by time, into its occurrences. Pure. */
export function foldDeal(events: readonly DealEvent[], closeCountsWhen: Settings['closeCountsWhen']): DealHistory {
  const occurrences: Occurrence[] = [];
  const decisions: Decision[] = [];
  const open = (event: DealEvent): Occurrence => {
    const occurrence: Occurrence = {
      first: event,
      step: 'attempt',
      dates: {},
      state: 'open',
      cancelled: false,
      takenBack: { amount: 0, by: new Set() },
      lastMsi: event.day,
    };
    occurrences.push(occurrence);
    return occurrence;
  };
  for (const event of events) {
    const current = occurrences.at(-1);
    if (!event.close) {
      const after = current?.close && event.kind !== 'follow-up' ? undefined : current;
      work(after ?? open(event), event);
    } else {
      decisions.push(decide(event, event.close, occurrences, open, closeCountsWhen));
    }
  }
  return { occurrences, decisions };
}

/** A selling MSI: moves the step forward; a lost deal with a later selling MSI is open again. */
function work(occurrence: Occurrence, event: DealEvent): void {
  occurrence.lastMsi = event.day;
  if (occurrence.state === 'lost') occurrence.state = 'open';
  if (event.kind !== 'follow-up') occurrence.step = further(occurrence.step, event.kind);
}

function decide(
  event: DealEvent,
  close: CloseEvent,
  occurrences: readonly Occurrence[],
  open: (event: DealEvent) => Occurrence,
  closeCountsWhen: Settings['closeCountsWhen'],
): Decision {
  const current = occurrences.at(-1);
  if (close === 'renewed') return { what: 'renewed', event };
  if (close === 'cancelled' || close === 'refunded') {
    const taken = takeBack(event, close, occurrences);
    return taken ? { what: 'cancelled', event, ...taken } : { what: 'later', event };
  }
  if (close === 'lost') {
    if (current?.close || current?.state === 'lost') return { what: 'later', event };
    const occurrence = current ?? open(event);
    occurrence.state = 'lost';
    occurrence.lastMsi = event.day;
    return { what: 'lost', event };
  }
  // An invoice or a payment belongs to the earliest sale that still waits for it.
  const waiting = close === 'booked' ? undefined : occurrences.find((sale) => awaits(sale, close));
  const occurrence = waiting ?? (current?.close && close === 'booked' ? open(event) : (current ?? open(event)));
  occurrence.dates[close] ??= event.day;
  if (occurrence.close) return { what: 'later', event };
  if (closeCountsWhen !== 'First' && closeCountsWhen.toLowerCase() !== close) {
    // No close yet, but nobody books what was not asked for.
    if (close === 'booked') work(occurrence, { ...event, kind: 'ask' });
    else occurrence.step = further(occurrence.step, 'ask');
    return { what: 'later', event };
  }
  occurrence.close = event;
  occurrence.state = 'won';
  occurrence.step = 'close';
  occurrence.lastMsi = event.day;
  return { what: 'close', event };
}

/** What is paid waits for no invoice, and what was cancelled for neither. */
function awaits({ close, cancelled, dates }: Occurrence, event: 'invoiced' | 'paid'): boolean {
  return close !== undefined && !cancelled && dates[event] === undefined && dates.paid === undefined;
}

const further = (a: Step, b: Step): Step => (STEPS.indexOf(a) >= STEPS.indexOf(b) ? a : b);
