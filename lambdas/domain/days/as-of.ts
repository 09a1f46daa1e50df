import { type Day, dayOf } from './day.ts';

/** The moment for which figures are stated, in the workbook's time zone. */
export interface AsOf {
  readonly day: Day;
  /** Minutes since midnight, 0-1440; 1440 = the day is over. */
  readonly minute: number;
}

/** The civil day and minute of an instant (epoch milliseconds) in an IANA zone. Throws `RangeError` for an unknown zone. */
export function asOfInstant(instant: number, timeZone: string): AsOf {
  const parts = new Intl.DateTimeFormat('en-u-ca-iso8601-hc-h23', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(instant);
  const part = (type: string): number => Number(parts.find((p) => p.type === type)?.value);
  const day = dayOf(part('year'), part('month'), part('day'));
  if (day === undefined) throw new RangeError(`no civil day for the instant ${instant}`);
  return { day, minute: part('hour') * 60 + part('minute') };
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
