import { dealGroups } from './deal-groups.ts';
import type { DealOutlook, Outlook } from './outlook.ts';
import { workersOf } from './standing-deal.ts';

/**
 * The chances of the open deals by who works them, within each horizon: what the reps' own history says of a deal in that
 * step and of that age, scaled so that the deals of like step and age together have the chances that the team's history
 * gives them. For deals change hands, and often because they go well: the history of whoever holds them last tells reps
 * apart, but, added up, it would promise too little for deals that are still to be handed over.
 */
export function repChances({ chances, deals, horizons }: Outlook): ReadonlyMap<DealOutlook, Float64Array> {
  const found = new Map<DealOutlook, Float64Array>();
  for (const group of dealGroups(deals)) {
    const own = group.deals.map(({ deal, step, age }) =>
      meanOf(workersOf(deal).map((rep) => chances.of(rep).within(step, age))),
    );
    const factors = horizons.map((_, at) => {
      const team = group.deals.reduce((sum, { within }) => sum + (within[at] ?? 0), 0);
      return team / own.reduce((sum, within) => sum + (within[at] ?? 0), 0);
    });
    group.deals.forEach((deal, index) => {
      const scaled = own[index]?.map((chance, at) => Math.min(1, chance * (factors[at] ?? 1)));
      // Where no rep's history has a close, all deals are like the team's.
      if (scaled)
        found.set(
          deal,
          scaled.map((chance, at) => (Number.isFinite(factors[at]) ? chance : (deal.within[at] ?? 0))),
        );
    });
  }
  return found;
}

function meanOf(lists: readonly Float64Array[]): Float64Array {
  const [first = new Float64Array()] = lists;
  return first.map((_, at) => lists.reduce((sum, list) => sum + (list[at] ?? 0), 0) / lists.length);
}
