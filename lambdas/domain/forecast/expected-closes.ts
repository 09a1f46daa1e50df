import type { Day } from '../days/day.ts';
import type { Settings } from '../inputs/settings.ts';
import { type RepKey, TEAM, UNASSIGNED } from '../rows/rep-key.ts';
import { entry } from '../trees/entry.ts';
import { type Outlook, outlook } from './outlook.ts';
import { repChances } from './rep-chances.ts';
import type { Standing } from './standing.ts';
import type { StandingDeal } from './standing-deal.ts';

export interface Expected {
  readonly closes: number;
  /** Minor units. */
  readonly revenue: number;
}

/** The same within each horizon. */
export interface ExpectedWithin {
  readonly closes: Float64Array;
  readonly revenue: Float64Array;
}

/** Closes and revenue of the team expected of the open deals, within each horizon. */
export function teamOfOpen({ deals, horizons }: Outlook): ExpectedWithin {
  const sums = nothing(horizons);
  for (const { within, amount } of deals) {
    addTo(sums.closes, within, 1);
    addTo(sums.revenue, within, amount);
  }
  return sums;
}

/**
 * The same by rep. A deal counts for each rep who works it; its revenue for whom the settings credit.
 */
export function repsOfOpen(ahead: Outlook, goesTo: Settings['revenueGoesTo']): Map<RepKey, ExpectedWithin> {
  const chances = repChances(ahead);
  const sums = new Map<RepKey, ExpectedWithin>();
  const of = (rep: RepKey): ExpectedWithin => entry(sums, rep, () => nothing(ahead.horizons));
  const own = new Float64Array(ahead.horizons.length);
  ahead.deals.forEach(({ deal, amount }, index) => {
    for (let at = 0; at < own.length; at++) own[at] = chances.within(index, at);
    for (const rep of named(deal.reps)) addTo(of(rep).closes, own, 1);
    for (const rep of named(earnersOf(deal, goesTo))) addTo(of(rep).revenue, own, amount);
  });
  return sums;
}

const nothing = (horizons: readonly number[]): ExpectedWithin => ({
  closes: new Float64Array(horizons.length),
  revenue: new Float64Array(horizons.length),
});

const NOBODY = [UNASSIGNED];
const named = (reps: readonly RepKey[]): readonly RepKey[] => (reps.length > 0 ? reps : NOBODY);

function addTo(sums: Float64Array, within: Float64Array, times: number): void {
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + times * (within[at] ?? 0);
}

/** "Revenue goes to the booker (setting: originator, both)": the booker is taken to be who worked the deal last. */
function earnersOf({ firstReps, reps }: StandingDeal, goesTo: Settings['revenueGoesTo']): readonly RepKey[] {
  if (goesTo === 'Originator') return firstReps;
  return goesTo === 'Both' ? [...new Set([...reps, ...firstReps])] : reps;
}

/** What the open deals are expected to bring, by rep and for the team, by the end of each of some days. */
export interface OpenDealsAhead {
  readonly ahead: Outlook;
  /** A rep without open deals is absent. */
  readonly reps: ReadonlyMap<RepKey, ExpectedWithin>;
  /** From now until the end of a day that was asked for; nothing when that day has passed. */
  readonly through: (rep: RepKey, day: Day) => Expected;
}

/**
 * "closes = (goal - net closed so far - expected from open deals) / average deal": reckoned once for all the days that
 * somebody will ask for.
 */
export function openDealsAhead(standing: Standing, days: readonly Day[]): OpenDealsAhead {
  const { from, input } = standing;
  const horizons = [...new Set(days.map((day) => day - from + 1))].filter((within) => within > 0).sort((a, b) => a - b);
  const ahead = outlook(standing, horizons.length > 0 ? horizons : [1]);
  const reps = repsOfOpen(ahead, input.rules.settings.revenueGoesTo);
  const team = teamOfOpen(ahead);
  return {
    ahead,
    reps,
    through: (rep, day) => {
      const at = horizons.indexOf(day - from + 1);
      if (at < 0 && day >= from) throw new RangeError(`Day ${day} was not asked for: name it when reckoning ahead.`);
      const { closes, revenue } = (rep === TEAM ? team : reps.get(rep)) ?? {};
      return { closes: closes?.[at] ?? 0, revenue: revenue?.[at] ?? 0 };
    },
  };
}
