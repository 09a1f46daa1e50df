import type { Week } from '../days/week.ts';
import type { Weeks } from '../ratios/closing-ratio.ts';
import { TEAM } from '../rows/rep-key.ts';
import { FIGURE_AT } from '../weeks/figures.ts';
import type { ForecastInput } from './forecast-input.ts';
import { LEAST_WEEKS } from './forecast-input.ts';
import { type MadeForecast, pastForecasts, WEEKS_AHEAD, weekToCome } from './past-forecasts.ts';
import type { Range } from './range.ts';

/** What a week of the past would have forecast, and what happened. Revenue in minor units. */
export interface PastForecast {
  /** Made when this week began. */
  readonly week: Week;
  readonly closes: Range & { readonly actual: number };
  readonly revenue: Range & { readonly actual: number };
}

export interface TrackRecord {
  /** How far ahead: 1 or 4. */
  readonly weeks: number;
  /** Oldest first; only those whose weeks are over, and which had 13 complete weeks before them. */
  readonly forecasts: readonly PastForecast[];
}

/** How good the forecasts were: forecast less what happened, on average and without its sign; and how many held. */
export interface Accuracy {
  readonly bias: number;
  readonly meanError: number;
  readonly inside: number;
  readonly forecasts: number;
}

/**
 * "Track record: the forecast each of the last 13 weeks would have made from the rows then known, against what happened."
 * `made`: what was remembered of them; the others are made now.
 */
export function trackRecords(input: ForecastInput, seed: number, made: readonly MadeForecast[] = []): TrackRecord[] {
  const { weeks } = input;
  const over = weekToCome(input);
  const all = pastForecasts(input, seed, made);
  return WEEKS_AHEAD.map((ahead, at) => {
    const forecasts = all.flatMap(({ week, within }): PastForecast[] => {
      const then = within[at];
      if (!then || week + 7 * ahead > over) return [];
      const { closes, revenue } = happened(weeks, week, week + 7 * ahead);
      return [{ week, closes: { ...then.closes, actual: closes }, revenue: { ...then.revenue, actual: revenue } }];
    });
    return { weeks: ahead, forecasts: forecasts.slice(-LEAST_WEEKS) };
  });
}

function happened(weeks: Weeks, from: Week, to: Week): { readonly closes: number; readonly revenue: number } {
  let closes = 0;
  let revenue = 0;
  for (let week = from; week < to; week += 7) {
    for (const sums of weeks.get(week)?.days.get(TEAM)?.values() ?? []) {
      closes += sums[FIGURE_AT.closes] ?? 0;
      revenue += sums[FIGURE_AT.closeAmount] ?? 0;
    }
  }
  return { closes, revenue };
}

/** "bias, mean absolute error, share inside the interval"; `undefined` without a forecast that is over. */
export function accuracy(forecasts: readonly PastForecast[], what: 'closes' | 'revenue'): Accuracy | undefined {
  if (forecasts.length === 0) return undefined;
  const mean = (of: (one: PastForecast['closes']) => number): number =>
    forecasts.reduce((sum, one) => sum + of(one[what]), 0) / forecasts.length;
  return {
    bias: mean(({ expected, actual }) => expected - actual),
    meanError: mean(({ expected, actual }) => Math.abs(expected - actual)),
    inside: forecasts.filter(({ [what]: { low, high, actual } }) => low <= actual && actual <= high).length,
    forecasts: forecasts.length,
  };
}
