import type { AsOf } from '../days/as-of.ts';
import type { Day } from '../days/day.ts';
import type { Week } from '../days/week.ts';
import type { DealLine } from '../deals/deal-line.ts';
import type { Rules } from '../inputs/rules.ts';
import type { Weeks } from '../ratios/closing-ratio.ts';

/** What a forecast is made from; the figures of a report are one. */
export interface ForecastInput {
  readonly weeks: Weeks;
  /** The week that as-of is in. */
  readonly current: Week;
  readonly asOf: AsOf;
  readonly openDeals: readonly DealLine[];
  /** Deals decided in the last 21 weeks. */
  readonly decidedDeals: readonly DealLine[];
  readonly rules: Pick<Rules, 'team' | 'settings' | 'minorDigits'>;
}

/** As far back as decided deals are read: a forecast of 13 weeks ago, for 8 weeks, saw those that were decided since. */
export const DECIDED_WEEKS = 21;
/** "Below 13 weeks of history: 'not enough history'"; and new deals are counted over as many. */
export const LEAST_WEEKS = 13;

/** The first day that is forecast: today, until the hour from which today counts as done. */
export function forecastFrom({ asOf, rules }: Pick<ForecastInput, 'asOf' | 'rules'>): Day {
  return asOf.minute >= rules.settings.cutOffHour * 60 ? asOf.day + 1 : asOf.day;
}

/** The week that a day is in, for weeks that start as `current` does. */
export const weekAt = (day: Day, current: Week): Week => current + 7 * Math.floor((day - current) / 7);

/** Complete weeks from the first with rows until `week`. */
export function completeWeeks(weeks: Weeks, week: Week): number {
  let first = week;
  for (const [at, { days }] of weeks) if (days.size > 0 && at < first) first = at;
  return (week - first) / 7;
}
