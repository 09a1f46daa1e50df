import { CLOSE_EVENTS, type CloseEvent, isSelling, SELLING_KINDS, type SellingKind } from './activity-kind.ts';
import type { ActivityRow } from './activity-row.ts';
import type { Day } from './day.ts';
import { isMsi } from './figures.ts';
import { phrase } from './phrase.ts';
import type { RepKey } from './rep-key.ts';
import type { Settings } from './settings.ts';

/** What a meaningful row or a Close row says about its deal. */
export interface DealEvent {
  readonly day: Day;
  readonly minute?: number;
  readonly kind: SellingKind;
  readonly close?: CloseEvent;
  /** Minor units. */
  readonly amount?: number;
  /** On Close rows, when it is not 1: how many touches the row stands for. */
  readonly count?: number;
  readonly reps: readonly RepKey[];
  /** As typed. */
  readonly prospect: string;
  readonly deal: string;
}

/** A deal is (prospect, deal) normalised, across reps. */
export const dealKeyOf = (prospect: string, deal: string): string => `${phrase(prospect)}\u001f${phrase(deal)}`;

/** The event of a row; `undefined` for support work and for what is no MSI. */
export function dealEventOf(row: ActivityRow, unconfirmed: Settings['unconfirmed']): DealEvent | undefined {
  if (!isSelling(row.kind) || (row.kind !== 'close' && !isMsi(row, unconfirmed))) return undefined;
  const { day, minute, kind, close, amount, count, prospect, deal } = row;
  return {
    day,
    kind,
    prospect,
    deal,
    reps: row.reps.map((rep) => rep.key),
    ...(minute !== undefined && { minute }),
    ...(close && { close }),
    ...(amount !== undefined && { amount }),
    ...(close && count !== 1 && { count }),
  };
}

/** A rep's name may hold any character that can be typed, also the `;` that separates names in a cell. */
const BETWEEN_REPS = '\u001e';

/** One line, so that the events of a deal are a sorted multiset of texts. */
export function encodeEvent(event: DealEvent): string {
  const code = event.close
    ? CLOSE_EVENTS.indexOf(event.close) + SELLING_KINDS.length
    : SELLING_KINDS.indexOf(event.kind);
  const { day, minute, amount, count, reps, prospect, deal } = event;
  return [day, minute ?? '', code, amount ?? '', count ?? '', reps.join(BETWEEN_REPS), prospect, deal].join('\u001f');
}

export function decodeEvent(text: string): DealEvent {
  const [day = '', minute = '', code = '', amount = '', count = '', reps = '', prospect = '', deal = ''] =
    text.split('\u001f');
  const kind = SELLING_KINDS[Number(code)] ?? 'close';
  const close = CLOSE_EVENTS[Number(code) - SELLING_KINDS.length];
  return {
    day: Number(day),
    kind: close ? 'close' : kind,
    prospect,
    deal,
    reps: reps === '' ? [] : reps.split(BETWEEN_REPS),
    ...(minute !== '' && { minute: Number(minute) }),
    ...(close && { close }),
    ...(amount !== '' && { amount: Number(amount) }),
    ...(count !== '' && { count: Number(count) }),
  };
}

/** By day, then time, then the way of a sale within one day. Without a time, a Close row ends the day and others begin it. */
export function byTime(a: DealEvent, b: DealEvent): number {
  return a.day - b.day || minuteOf(a) - minuteOf(b) || rank(a) - rank(b);
}

const DAY_ENDS = 1440;
const minuteOf = ({ minute, close }: DealEvent): number => minute ?? (close ? DAY_ENDS : -1);

const rank = (event: DealEvent): number =>
  event.close ? SELLING_KINDS.length + CLOSE_EVENTS.indexOf(event.close) : SELLING_KINDS.indexOf(event.kind);
