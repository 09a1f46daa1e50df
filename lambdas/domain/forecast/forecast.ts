import type { Day } from '../days/day.ts';
import { type RepKey, TEAM } from '../rows/rep-key.ts';
import { type ExpectedWithin, type OpenDealsAhead, openDealsAhead, teamOfOpen } from './expected-closes.ts';
import { completeWeeks, LEAST_WEEKS, weekAt } from './forecast-input.ts';
import { leavers } from './leavers.ts';
import { type Outlook, outlook } from './outlook.ts';
import { countRangeOf, type Range, rangeOf } from './range.ts';
import { type Runs, simulateCloses } from './simulate-closes.ts';
import { hasCloses, type Standing } from './standing.ts';
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
  /** By rep, within as many weeks: a deal that two reps work is expected of both, new deals of nobody who has left. */
  readonly reps: ReadonlyMap<RepKey, ExpectedWithin>;
}

const FORECAST_WEEKS = 8;
const HORIZONS = Array.from({ length: FORECAST_WEEKS }, (_, at) => 7 * (at + 1));
const RUNS: Runs = { draws: 50, lives: 8 };

/**
 * "Sum -> closes and revenue for 1-8 weeks with an 80 % interval (seeded simulation)." `undefined` below 13 complete
 * weeks of history, and where no deal has closed yet. `open`: by `forecastDays` at least.
 */
export function forecast(
  standing: Standing,
  seed: number,
  open: OpenDealsAhead = openDealsAhead(standing, forecastDays(standing)),
): Forecast | undefined {
  const { from, deals, input } = standing;
  if (completeWeeks(input.weeks, weekAt(from, input.current)) < LEAST_WEEKS || !hasCloses(standing)) return undefined;
  const ahead = outlook(standing, HORIZONS);
  return {
    from,
    openDeals: deals.length,
    weeks: forecastTeam(ahead, seed, RUNS),
    reps: forecastReps(open),
  };
}

/** The last days of the weeks that are forecast. */
export const forecastDays = ({ from }: Standing): Day[] => HORIZONS.map((days) => from + days - 1);

/** Of the team, within each horizon of the outlook. */
export function forecastTeam(ahead: Outlook, seed: number, runs: Runs): ForecastWeek[] {
  const toCome = closesToCome(ahead);
  const open = teamOfOpen(ahead);
  const usual = ahead.standing.usual(TEAM);
  const { closes, revenue } = simulateCloses(ahead, seed, runs);
  return ahead.horizons.map((_, at) => {
    const coming = toCome[at] ?? 0;
    const fromOpen = open.closes[at] ?? 0;
    return {
      closes: countRangeOf(closes[at], fromOpen + coming),
      revenue: rangeOf(revenue[at], (open.revenue[at] ?? 0) + coming * usual),
      fromOpen,
    };
  });
}

/** Of the open deals, and of deals to come. */
function forecastReps({ ahead, reps, through }: OpenDealsAhead): Map<RepKey, ExpectedWithin> {
  const { standing } = ahead;
  const { from, input } = standing;
  const gone = new Set([...leavers(input.rules.team.members, from).keys()]);
  const toCome = new Map([...closesToComeByRep(ahead, HORIZONS)].filter(([rep]) => !gone.has(rep)));
  return new Map(
    [...new Set([...reps.keys(), ...toCome.keys()])].map((rep) => {
      const open = forecastDays(standing).map((day) => through(rep, day));
      const more = toCome.get(rep);
      const usual = standing.usual(rep);
      return [
        rep,
        {
          closes: Float64Array.from(open, ({ closes }, at) => closes + (more?.[at] ?? 0)),
          revenue: Float64Array.from(open, ({ revenue }, at) => revenue + usual * (more?.[at] ?? 0)),
        },
      ];
    }),
  );
}
