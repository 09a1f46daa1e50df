import { asOfInstant } from './as-of.ts';

/** When the calendar, not an edit, changes what a workbook shows. */
export interface DueTimes {
  /** IANA name. */
  readonly timeZone: string;
  /** Hours of the day from 0 to 24, with fractions: the cut-off hour, the meeting hour. */
  readonly hours: readonly number[];
}

const MINUTE = 60_000;
/** Zones change their clocks by whole quarters of an hour, at whole quarters of an hour. */
const STEP = 15 * MINUTE;
/** "at most 6 hours ahead": the slow poll that makes good what nobody noticed. */
export const LONGEST_WAIT = 6 * 60 * MINUTE;
/** The poll strikes at fixed hours too, so that a report in between does not move it. */
const POLL_HOURS = [6, 12, 18];

/**
 * "the next moment at which in the workbook's zone a day begins, the cut-off hour or the meeting hour strikes, and at most
 * 6 hours ahead". Epoch milliseconds to epoch milliseconds, always later; the same answer until that moment. An hour that
 * comes twice strikes twice. Throws `RangeError` for an unknown zone.
 */
export function nextDueAt(now: number, { timeZone, hours }: DueTimes): number {
  const strikes = [...hours, ...POLL_HOURS].map((hour) => Math.ceil(hour * 60));
  const part = (instant: number): string => {
    const { day, minute } = asOfInstant(instant, timeZone);
    return `${day}/${strikes.filter((strike) => strike <= minute).length}`;
  };
  const last = now + LONGEST_WAIT;
  const current = part(now);
  let before = Math.floor(now / MINUTE) * MINUTE;
  while (before + STEP < last && part(before + STEP) === current) before += STEP;
  for (let instant = before + MINUTE; instant < last; instant += MINUTE) if (part(instant) !== current) return instant;
  return last;
}
