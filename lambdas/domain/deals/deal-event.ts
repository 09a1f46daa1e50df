import { phrase } from '../cells/phrase.ts';
import type { Day } from '../days/day.ts';
import type { Settings } from '../inputs/settings.ts';
import { CLOSE_EVENTS, type CloseEvent, isSelling, SELLING_KINDS, type SellingKind } from '../rows/activity-kind.ts';
import type { ActivityRow } from '../rows/activity-row.ts';
import type { RepKey } from '../rows/rep-key.ts';
import { isMsi } from '../weeks/figures.ts';

/**
 * What a meaningful row, a Close row or a row with a next step says about its deal. What is absent is written down as
 * `undefined`: thousands of events of one shape are folded several times as fast as those of a dozen shapes.
 */
export interface DealEvent {
  readonly day: Day;
  readonly minute?: number | undefined;
  /** `note` = no MSI: it only says what is to be done next. */
  readonly kind: SellingKind | 'note';
  readonly close?: CloseEvent | undefined;
  /** Minor units. */
  readonly amount?: number | undefined;
  /** On Close rows, when it is not 1: how many touches the row stands for. */
  readonly count?: number | undefined;
  readonly reps: readonly RepKey[];
  /** As typed. */
  readonly prospect: string;
  readonly deal: string;
  readonly next?: NextStep | undefined;
}

export interface NextStep {
  /** As typed; '' = only a date. */
  readonly text: string;
  readonly due?: Day | undefined;
}

/** A deal is (prospect, deal) normalised, across reps. */
export const dealKeyOf = (prospect: string, deal: string): string => `${phrase(prospect)}\u001f${phrase(deal)}`;

/** The event of a row; `undefined` for support work, and for what is no MSI and names no next step. */
export function dealEventOf(row: ActivityRow, unconfirmed: Settings['unconfirmed']): DealEvent | undefined {
  if (!isSelling(row.kind)) return undefined;
  const { day, minute, close, amount, count, prospect, deal, nextStep, nextStepDate: due } = row;
  const kind = row.kind === 'close' || isMsi(row, unconfirmed) ? row.kind : 'note';
  const next = nextStep !== '' || due !== undefined;
  if (kind === 'note' && !next) return undefined;
  return {
    day,
    kind,
    prospect,
    deal,
    reps: row.reps.map((rep) => rep.key),
    minute,
    close,
    amount,
    count: close && count !== 1 ? count : undefined,
    next: next ? { text: nextStep.slice(0, NEXT_STEP_LENGTH), due } : undefined,
  };
}

/** What a report shows of a next step. */
const NEXT_STEP_LENGTH = 200;

/** A rep's name may hold any character that can be typed, also the `;` that separates names in a cell. */
const BETWEEN_REPS = '\u001e';

const NOTE = 'n';

/** One line, so that the events of a deal are a sorted multiset of texts. */
export function encodeEvent(event: DealEvent): string {
  const { day, minute, amount, count, reps, prospect, deal, next } = event;
  const fields = [day, minute ?? '', codeOf(event), amount ?? '', count ?? '', reps.join(BETWEEN_REPS), prospect, deal];
  return [...fields, ...(next ? [next.text, next.due ?? ''] : [])].join('\u001f');
}

function codeOf({ kind, close }: DealEvent): number | string {
  if (kind === 'note') return NOTE;
  return close ? CLOSE_EVENTS.indexOf(close) + SELLING_KINDS.length : SELLING_KINDS.indexOf(kind);
}

export function decodeEvent(text: string): DealEvent {
  const [
    day = '',
    minute = '',
    code = '',
    amount = '',
    count = '',
    reps = '',
    prospect = '',
    deal = '',
    step,
    due = '',
  ] = text.split('\u001f');
  const close = CLOSE_EVENTS[Number(code) - SELLING_KINDS.length];
  return {
    day: Number(day),
    minute: numberIn(minute),
    kind: code === NOTE ? 'note' : close ? 'close' : (SELLING_KINDS[Number(code)] ?? 'close'),
    close,
    amount: numberIn(amount),
    count: numberIn(count),
    reps: reps === '' ? [] : reps.split(BETWEEN_REPS),
    prospect,
    deal,
    next: step === undefined ? undefined : { text: step, due: numberIn(due) },
  };
}

const numberIn = (text: string): number | undefined => (text === '' ? undefined : Number(text));

/** By day, then time, then the way of a sale within one day. Without a time, a Close row ends the day and others begin it. */
export function byTime(a: DealEvent, b: DealEvent): number {
  return a.day - b.day || minuteOf(a) - minuteOf(b) || rank(a) - rank(b);
}

const DAY_ENDS = 1440;
const minuteOf = ({ minute, close }: DealEvent): number => minute ?? (close ? DAY_ENDS : -1);

function rank({ kind, close }: DealEvent): number {
  if (kind === 'note') return -1;
  return close ? SELLING_KINDS.length + CLOSE_EVENTS.indexOf(close) : SELLING_KINDS.indexOf(kind);
}
