import type { Day } from '../days/day.ts';
import { type RepKey, TEAM } from '../rows/rep-key.ts';
import { type Expected, expectedOfOpen } from './expected-closes.ts';
import { completeWeeks, type ForecastInput, forecastFrom, LEAST_WEEKS, weekAt } from './forecast-input.ts';
import { hasCloses, type Outlook, outlook } from './outlook.ts';
import { pastOf } from './past.ts';
import { countRangeOf, type Range, rangeOf } from './range.ts';
import { type Runs, simulateCloses } from './simulate-closes.ts';
import { closesToCome, closesToComeByRep } from './to-come.ts';

/** Of the team, from the first day forecast until the end of some weeks. Revenue in minor units. */
export interface ForecastWeek {
  readonly closes: Range;
  readonly revenue: Range;
  /** Of the closes expected, those of deals that are open now. */
  readonly fromOpen: number;
}

export interface Forecast {
  /** The first day forecast. */
  readonly from: Day;
  readonly openDeals: number;
  /** Within 1, 2, ... 8 weeks. */
  readonly weeks: readonly ForecastWeek[];
  /** By rep, within as many weeks: a deal that two reps work is expected of both. */
  readonly reps: ReadonlyMap<RepKey, readonly Expected[]>;
}

const FORECAST_WEEKS = 8;
const RUNS: Runs = { draws: 50, lives: 8 };

/**
 * "Sum -> closes and revenue for 1-8 weeks with an 80 % interval (seeded simulation)." `undefined` below 13 complete
 * weeks of history, and where no deal has closed yet.
 */
export function forecast(input: ForecastInput, seed: number): Forecast | undefined {
  const from = forecastFrom(input);
  if (completeWeeks(input.weeks, weekAt(from, input.current)) < LEAST_WEEKS) return undefined;
  const horizons = Array.from({ length: FORECAST_WEEKS }, (_, at) => 7 * (at + 1));
  const ahead = outlook(pastOf(input), from, horizons, 'now');
  if (!hasCloses(ahead)) return undefined;
  return {
    from,
    openDeals: ahead.deals.length,
    weeks: forecastTeam(ahead, seed, RUNS),
    reps: forecastReps(ahead, input),
  };
}

/** Of the team, within each horizon of the outlook. */
export function forecastTeam(ahead: Outlook, seed: number, runs: Runs): ForecastWeek[] {
  const toCome = closesToCome(ahead);
  const usual = ahead.usual(TEAM);
  const { closes, revenue } = simulateCloses(ahead, seed, runs);
  return ahead.horizons.map((_, at) => {
    const coming = toCome[at] ?? 0;
    const fromOpen = ahead.deals.reduce((sum, { within }) => sum + (within[at] ?? 0), 0);
    const openRevenue = ahead.deals.reduce((sum, { within, amount }) => sum + (within[at] ?? 0) * amount, 0);
    return {
      closes: countRangeOf(closes[at], fromOpen + coming),
      revenue: rangeOf(revenue[at], openRevenue + coming * usual),
      fromOpen,
    };
  });
}

function forecastReps(ahead: Outlook, { rules }: ForecastInput): Map<RepKey, readonly Expected[]> {
  const reps = expectedOfOpen(ahead, rules.settings.revenueGoesTo);
  reps.delete(TEAM);
  for (const [rep, toCome] of closesToComeByRep(ahead)) {
    const open = reps.get(rep) ?? [];
    const expected = [...toCome].map((closes, at) => ({
      closes: (open[at]?.closes ?? 0) + closes,
      revenue: (open[at]?.revenue ?? 0) + closes * ahead.usual(rep),
    }));
    reps.set(rep, expected);
  }
  return reps;
}
