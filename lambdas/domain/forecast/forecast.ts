import type { Day } from '../days/day.ts';
import { type RepKey, TEAM } from '../rows/rep-key.ts';
import { type Expected, type OpenDealsAhead, openDealsAhead, teamOfOpen } from './expected-closes.ts';
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
  /** By rep, within `REP_WEEKS`: a deal that two reps work is expected of both, new deals of nobody who has left. */
  readonly reps: ReadonlyMap<RepKey, Expected>;
}

const FORECAST_WEEKS = 8;
export const REP_WEEKS = 4;
const HORIZONS = Array.from({ length: FORECAST_WEEKS }, (_, at) => 7 * (at + 1));
const RUNS: Runs = { draws: 50, lives: 8 };

/**
 * "Sum -> closes and revenue for 1-8 weeks with an 80 % interval (seeded simulation)." `undefined` below 13 complete
 * weeks of history, and where no deal has closed yet. `open`: by `repForecastDay` at least.
 */
export function forecast(
  standing: Standing,
  seed: number,
  open: OpenDealsAhead = openDealsAhead(standing, [repForecastDay(standing)]),
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

/** The last day of the weeks that are forecast by rep. */
export const repForecastDay = ({ from }: Pick<Standing, 'from'>): Day => from + 7 * REP_WEEKS - 1;

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
function forecastReps({ ahead, reps, through }: OpenDealsAhead): Map<RepKey, Expected> {
  const { standing } = ahead;
  const { from, input } = standing;
  const gone = new Set([...leavers(input.rules.team.members, from).keys()]);
  const toCome = new Map([...closesToComeByRep(ahead, 7 * REP_WEEKS)].filter(([rep]) => !gone.has(rep)));
  return new Map(
    [...new Set([...reps.keys(), ...toCome.keys()])].map((rep) => {
      const { closes, revenue } = through(rep, repForecastDay(standing));
      const more = toCome.get(rep) ?? 0;
      return [rep, { closes: closes + more, revenue: revenue + standing.usual(rep) * more }];
    }),
  );
}
