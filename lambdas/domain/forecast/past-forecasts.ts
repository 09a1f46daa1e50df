import type { Week } from '../days/week.ts';
import { forecastTeam } from './forecast.ts';
import { completeWeeks, type ForecastInput, LEAST_WEEKS, weekAt } from './forecast-input.ts';
import { outlook } from './outlook.ts';
import { pastOf } from './past.ts';
import type { Range } from './range.ts';
import type { Runs } from './simulate-closes.ts';
import { hasCloses, standingThen } from './standing.ts';

/** A forecast as it was made when a week began. Revenue in minor units. */
export interface MadeForecast {
  readonly week: Week;
  /** One for each of WEEKS_AHEAD; none where there was nothing to forecast from. */
  readonly within: readonly { readonly closes: Range; readonly revenue: Range }[];
}

/** Any one: the same rows must give the same forecast, also tomorrow. */
export const FORECAST_SEED = 1;

export const WEEKS_AHEAD = [1, 4] as const;
/** Enough for 13 that are over at the longest horizon. */
const WEEKS_BACK = LEAST_WEEKS + Math.max(...WEEKS_AHEAD) - 1;
/** Fewer than for the forecast that is shown: there are up to 17 of them. */
const RUNS: Runs = { draws: 25, lives: 6 };

/** The first week that is not over. */
export const weekToCome = ({ current, asOf }: Pick<ForecastInput, 'current' | 'asOf'>): Week =>
  weekAt(asOf.minute >= 1440 ? asOf.day + 1 : asOf.day, current);

/**
 * The forecasts of the weeks that a track record looks back at, oldest first, and of the week to come. Those that were
 * made in their time are taken as they were. For the others the deals are put back to where they stood when the week
 * began, and only what had left a step by then is learned from: what the week would have made from the rows then known.
 */
export function pastForecasts(input: ForecastInput, seed: number, made: readonly MadeForecast[]): MadeForecast[] {
  const { weeks } = input;
  const known = new Map(made.map((forecast) => [forecast.week, forecast]));
  const last = weekToCome(input);
  const wanted = Array.from({ length: WEEKS_BACK + 1 }, (_, at) => last - 7 * (WEEKS_BACK - at)).filter(
    (week) => known.has(week) || completeWeeks(weeks, week) >= LEAST_WEEKS,
  );
  if (wanted.every((week) => known.has(week))) return wanted.flatMap((week) => known.get(week) ?? []);
  const past = pastOf(input);
  const horizons = WEEKS_AHEAD.map((ahead) => 7 * ahead);
  return wanted.map((week) => {
    const before = known.get(week);
    if (before) return before;
    const standing = standingThen(past, week);
    const within = hasCloses(standing) ? forecastTeam(outlook(standing, horizons), seed, RUNS) : [];
    return { week, within: within.map(({ closes, revenue }) => ({ closes, revenue })) };
  });
}
