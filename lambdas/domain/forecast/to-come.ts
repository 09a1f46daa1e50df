import { type RepKey, TEAM } from '../rows/rep-key.ts';
import type { CloseChances } from './close-chances.ts';
import type { Outlook } from './outlook.ts';

/**
 * Closes within so many days of the deals that come in their nth week: new deals per week × P(close within the rest |
 * attempt, age 0). A deal that comes on the nth of the days has n days less to close.
 */
export function closesOfWeek(perWeek: number, sums: Float64Array, week: number, days: number): number {
  const through = (day: number): number => (day < 0 ? 0 : (sums[day] ?? 0));
  return (perWeek / 7) * (through(days - 1 - 7 * week) - through(days - 8 - 7 * week));
}

/** Running sums of the chances of a new deal, by day. */
export function newSums({ ofNew }: CloseChances): Float64Array {
  let sum = 0;
  return ofNew.map((chance) => {
    sum += chance;
    return sum;
  });
}

/**
 * Closes of the team expected within each horizon of what is no deal yet: of deals to come, and orders without contact
 * before, which come at their own rate.
 */
export function closesToCome({ team, standing: { coming }, horizons }: Outlook): Float64Array {
  const { perWeek = 0, closedFirst = 0 } = coming.get(TEAM) ?? {};
  const sums = newSums(team);
  return Float64Array.from(horizons, (days) => (perWeek / 7) * (sums[days - 1] ?? 0) + (closedFirst * days) / 7);
}

/**
 * The same by rep within so many days, scaled as the open deals are: together, their new deals are like the team's.
 * `days`: not longer than the longest horizon of the outlook.
 */
export function closesToComeByRep({ team, ofRep, standing }: Outlook, days: number): ReadonlyMap<RepKey, number> {
  const reps = [...standing.coming].filter(([rep]) => rep !== TEAM);
  const within = (perWeek: number, sums: Float64Array): number => (perWeek / 7) * (sums[days - 1] ?? 0);
  const own = reps.map(([rep, { perWeek }]) => within(perWeek, newSums(ofRep(rep))));
  const newDeals = reps.reduce((sum, [, { perWeek }]) => sum + perWeek, 0);
  const likeTeam = within(newDeals, newSums(team));
  const together = own.reduce((sum, closes) => sum + closes, 0);
  return new Map(
    reps.map(([rep, { closedFirst }], at) => {
      const scaled = together > 0 ? ((own[at] ?? 0) * likeTeam) / together : 0;
      return [rep, scaled + (closedFirst * days) / 7];
    }),
  );
}
