import type { Settings } from '../inputs/settings.ts';
import type { CloseEvent } from '../rows/activity-kind.ts';
import type { RepKey } from '../rows/rep-key.ts';
import type { DealEvent } from './deal-event.ts';
import { type Occurrence, openOccurrence, planNext, reach, touch } from './occurrence.ts';
import { takeBack } from './take-back.ts';

/** What a Close row turned out to be, once its deal is known. */
export type Decision =
  /** `originators`: who worked the deal first. */
  | { readonly what: 'close'; readonly event: DealEvent; readonly originators: readonly RepKey[] }
  | { readonly what: 'lost'; readonly event: DealEvent }
  /** Money of a counted close taken back; `first`: with it the close itself, in net figures. */
  | {
      readonly what: 'cancelled';
      readonly event: DealEvent;
      readonly amount: number;
      readonly first: boolean;
      readonly originators: readonly RepKey[];
    }
  | { readonly what: 'renewed'; readonly event: DealEvent }
  /** A Close row that decides nothing new: a later invoice or payment, a second Lost. */
  | { readonly what: 'later'; readonly event: DealEvent };

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
    const occurrence = openOccurrence(event);
    occurrences.push(occurrence);
    return occurrence;
  };
  for (const event of events) {
    const current = occurrences.at(-1);
    if (event.close) decisions.push(decide(event, event.close, occurrences, open, closeCountsWhen));
    else if (event.kind === 'note') {
      if (current) planNext(current, event);
    } else {
      const after = current?.close && event.kind !== 'follow-up' ? undefined : current;
      work(after ?? open(event), event);
    }
  }
  return { occurrences, decisions };
}

/** A selling MSI: moves the step forward; a lost deal with a later selling MSI is open again. */
function work(occurrence: Occurrence, event: DealEvent): void {
  touch(occurrence, event);
  if (occurrence.state === 'lost') occurrence.state = 'open';
  if (event.kind === 'opportunity' || event.kind === 'ask') reach(occurrence, event.kind, event.day);
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
    touch(occurrence, event);
    occurrence.state = 'lost';
    return { what: 'lost', event };
  }
  // An invoice or a payment belongs to the earliest sale that still waits for it.
  const waiting = close === 'booked' ? undefined : occurrences.find((sale) => awaits(sale, close));
  const counts = closeCountsWhen === 'First' || closeCountsWhen.toLowerCase() === close;
  // No MSI, so no deal begins with it: an invoice or a payment of something that the rows don't tell of.
  if (!counts && close !== 'booked' && !current) return { what: 'later', event };
  const occurrence = waiting ?? (current?.close && close === 'booked' ? open(event) : (current ?? open(event)));
  occurrence.dates[close] ??= event.day;
  if (occurrence.close) return { what: 'later', event };
  if (!counts) {
    // No close yet, but nobody books what was not asked for.
    if (close === 'booked') work(occurrence, { ...event, kind: 'ask' });
    else reach(occurrence, 'ask', event.day);
    return { what: 'later', event };
  }
  touch(occurrence, event);
  reach(occurrence, 'close', event.day);
  occurrence.close = event;
  occurrence.state = 'won';
  return { what: 'close', event, originators: occurrence.first.reps };
}

/** What is paid waits for no invoice, and what was cancelled for neither. */
function awaits({ close, cancelled, dates }: Occurrence, event: 'invoiced' | 'paid'): boolean {
  return close !== undefined && !cancelled && dates[event] === undefined && dates.paid === undefined;
}
