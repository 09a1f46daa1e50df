import type { Day } from '../days/day.ts';
import type { Settings } from '../inputs/settings.ts';
import { type RepKey, scopes, TEAM } from '../rows/rep-key.ts';
import { entry } from '../trees/entry.ts';
import { type ForecastInput, forecastFrom } from './forecast-input.ts';
import { type Outlook, outlook } from './outlook.ts';
import { pastOf } from './past.ts';
import { repChances } from './rep-chances.ts';
import type { StandingDeal } from './standing-deal.ts';

export interface Expected {
  readonly closes: number;
  /** Minor units. */
  readonly revenue: number;
}

interface Sum {
  closes: number;
  revenue: number;
}

/**
 * Closes and revenue expected of the open deals, by rep and for the team, within each horizon. A deal counts once for the
 * team and for each rep who works it; its revenue for whom the settings credit.
 */
export function expectedOfOpen(ahead: Outlook, goesTo: Settings['revenueGoesTo']): Map<RepKey, readonly Expected[]> {
  const { deals, horizons } = ahead;
  const chances = repChances(ahead);
  const sums = new Map<RepKey, Sum[]>();
  const of = (rep: RepKey): Sum[] => entry(sums, rep, () => horizons.map(() => ({ closes: 0, revenue: 0 })));
  for (const one of deals) {
    const { deal, amount } = one;
    const within = (rep: RepKey): Float64Array => (rep === TEAM ? one.within : (chances.get(one) ?? one.within));
    for (const rep of scopes(deal)) addTo(of(rep), 'closes', within(rep), 1);
    for (const rep of scopes({ reps: earnersOf(deal, goesTo) })) addTo(of(rep), 'revenue', within(rep), amount);
  }
  return sums;
}

function addTo(sums: readonly Sum[], what: keyof Sum, within: Float64Array, times: number): void {
  sums.forEach((sum, at) => {
    sum[what] += times * (within[at] ?? 0);
  });
}

/** "Revenue goes to the booker (setting: originator, both)": the booker is taken to be who worked the deal last. */
function earnersOf({ firstReps, reps }: StandingDeal, goesTo: Settings['revenueGoesTo']): readonly RepKey[] {
  if (goesTo === 'Originator') return firstReps;
  return goesTo === 'Both' ? [...new Set([...reps, ...firstReps])] : reps;
}

/**
 * "closes = (goal - net closed so far - expected from open deals) / average deal": what the open deals are expected to
 * bring from now until the end of the day `through`, by rep and for the team. A rep without open deals is absent; so is
 * everyone when `through` has passed.
 */
export function expectedFromOpenDeals(input: ForecastInput, through: Day): ReadonlyMap<RepKey, Expected> {
  const from = forecastFrom(input);
  if (through < from) return new Map();
  const ahead = outlook(pastOf(input), from, [through - from + 1], 'now');
  const sums = expectedOfOpen(ahead, input.rules.settings.revenueGoesTo);
  return new Map([...sums].flatMap(([rep, [sum]]) => (sum ? [[rep, sum] as const] : [])));
}
