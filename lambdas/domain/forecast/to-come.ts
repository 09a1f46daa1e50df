import { type RepKey, TEAM } from '../rows/rep-key.ts';
import type { CloseChances } from './close-chances.ts';
import type { NewDeals } from './new-deals.ts';
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
  return expectedToCome(coming.get(TEAM), newSums(team), horizons);
}

/**
 * The same by rep, scaled as the open deals are: together, their new deals are like the team's. `horizons`: none longer
 * than the longest of the outlook.
 */
export function closesToComeByRep(
  { team, ofRep, standing }: Outlook,
  horizons: readonly number[],
): ReadonlyMap<RepKey, Float64Array> {
  const reps = [...standing.coming].filter(([rep]) => rep !== TEAM);
  const own = reps.map(([rep, { perWeek }]) =>
    expectedToCome({ perWeek, closedFirst: 0 }, newSums(ofRep(rep)), horizons),
  );
  const newDeals = reps.reduce((sum, [, { perWeek }]) => sum + perWeek, 0);
  const likeTeam = expectedToCome({ perWeek: newDeals, closedFirst: 0 }, newSums(team), horizons);
  const sums = horizons.map((_, at) => own.reduce((sum, closes) => sum + (closes[at] ?? 0), 0));
  return new Map(
    reps.map(([rep, { closedFirst }], index) => [
      rep,
      Float64Array.from(horizons, (days, at) => {
        const sum = sums[at] ?? 0;
        const scaled = sum > 0 ? ((own[index]?.[at] ?? 0) * (likeTeam[at] ?? 0)) / sum : 0;
        return scaled + (closedFirst * days) / 7;
      }),
    ]),
  );
}

function expectedToCome(
  { perWeek, closedFirst }: Pick<NewDeals, 'perWeek' | 'closedFirst'> = { perWeek: 0, closedFirst: 0 },
  sums: Float64Array,
  horizons: readonly number[],
): Float64Array {
  return Float64Array.from(horizons, (days) => (perWeek / 7) * (sums[days - 1] ?? 0) + (closedFirst * days) / 7);
}
