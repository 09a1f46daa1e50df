import { remembered } from '../cells/remembered.ts';
import { type Day, dayOf } from './day.ts';

/** The moment for which figures are stated, in the workbook's time zone. */
export interface AsOf {
  readonly day: Day;
  /** Minutes since midnight, 0-1440; 1440 = the day is over. */
  readonly minute: number;
}

/** Making one takes longer than asking it a hundred times. */
const clockOf = remembered(
  (timeZone: string) =>
    new Intl.DateTimeFormat('en-u-ca-iso8601-hc-h23', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    }),
);

/** The civil day and minute of an instant (epoch milliseconds) in an IANA zone. Throws `RangeError` for an unknown zone. */
export function asOfInstant(instant: number, timeZone: string): AsOf {
  const parts = clockOf(timeZone).formatToParts(instant);
  const part = (type: string): number => Number(parts.find((p) => p.type === type)?.value);
  const day = dayOf(part('year'), part('month'), part('day'));
  if (day === undefined) throw new RangeError(`no civil day for the instant ${instant}`);
  return { day, minute: part('hour') * 60 + part('minute') };
}

/** Serial day of 1970-01-01. */
const EPOCH = 25_569;
const MINUTE = 60_000;

/**
 * An instant (epoch milliseconds) of a civil day and minute in an IANA zone: 1440 is the last minute of the day, of an
 * hour that comes twice the first one is meant, and of one that the clock leaves out the one after it. Throws
 * `RangeError` for an unknown zone.
 */
export function instantOf({ day, minute }: AsOf, timeZone: string): number {
  const minutes = (day - EPOCH) * 1440 + Math.min(minute, 1439);
  const inUtc = minutes * MINUTE;
  // The clock is set at most once within a day: it shows what it did the day before, or what it does the day after.
  const candidates = [inUtc - 1440 * MINUTE, inUtc + 1440 * MINUTE].map((near) => {
    const there = asOfInstant(near, timeZone);
    return inUtc - (((there.day - EPOCH) * 1440 + there.minute) * MINUTE - near);
  });
  const shown = (instant: number): boolean => {
    const there = asOfInstant(instant, timeZone);
    return (there.day - EPOCH) * 1440 + there.minute === minutes;
  };
  return Math.min(...candidates.filter(shown), Math.max(...candidates));
}

/** Whether the zone is one that this runtime knows. */
export function isTimeZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
