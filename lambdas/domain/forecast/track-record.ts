import type { Weeks } from '../closing-ratio.ts';
import { FIGURE_AT } from '../figures.ts';
import { TEAM } from '../rep-key.ts';
import type { Week } from '../week.ts';
import { forecastTeam } from './forecast.ts';
import { completeWeeks, type ForecastInput, LEAST_WEEKS, weekAt } from './forecast-input.ts';
import { hasCloses, outlook } from './outlook.ts';
import { pastOf } from './past.ts';
import type { Range } from './range.ts';
import type { Runs } from './simulate-closes.ts';

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

const WEEKS_AHEAD = [1, 4] as const;
/** Fewer than for the forecast that is shown: there are up to 17 of them. */
const RUNS: Runs = { draws: 25, lives: 6 };

/**
 * "Track record: the forecast each of the last 13 weeks would have made from the rows then known, against what happened."
 * The deals are put back to where they stood when the week began, and only what had left a step by then is learned from.
 */
export function trackRecords(input: ForecastInput, seed: number): TrackRecord[] {
  const past = pastOf(input);
  const { weeks, current, asOf } = input;
  const over = weekAt(asOf.minute >= 1440 ? asOf.day + 1 : asOf.day, current);
  const made = new Map<Week, ReturnType<typeof forecastTeam>>();
  for (let week = over - 7 * (LEAST_WEEKS + Math.max(...WEEKS_AHEAD) - 1); week < over; week += 7) {
    if (completeWeeks(weeks, week) < LEAST_WEEKS) continue;
    const horizons = WEEKS_AHEAD.map((ahead) => 7 * ahead);
    const ahead = outlook(past, week, horizons, 'then');
    if (hasCloses(ahead)) made.set(week, forecastTeam(ahead, seed, RUNS));
  }
  return WEEKS_AHEAD.map((ahead, at) => {
    const forecasts = [...made].flatMap(([week, within]): PastForecast[] => {
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
