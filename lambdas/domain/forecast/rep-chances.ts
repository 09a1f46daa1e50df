import { BANDS, OPEN_STEPS } from './age-bands.ts';
import { dealCell } from './deal-groups.ts';
import type { Outlook } from './outlook.ts';
import { workersOf } from './standing-deal.ts';

/**
 * The chances of each open deal by who works it, within each horizon, in the order of `deals`: what the reps' own history
 * says of a deal in that step and of that age, scaled so that the deals of like step and age together have the chances
 * that the team's history gives them. For deals change hands, and often because they go well: the history of whoever
 * holds them last tells reps apart, but, added up, it would promise too little for deals that are still to be handed over.
 */
export function repChances(ahead: Outlook): readonly Float64Array[] {
  const { deals, horizons } = ahead;
  const own = deals.map(({ deal, step, age }) =>
    meanOf(workersOf(deal).map((rep) => ahead.ofRep(rep).within(step, age))),
  );
  const many = horizons.length;
  const teamSums = new Float64Array(OPEN_STEPS * BANDS * many);
  const ownSums = new Float64Array(OPEN_STEPS * BANDS * many);
  deals.forEach((deal, index) => {
    addTo(teamSums, dealCell(deal) * many, deal.within);
    addTo(ownSums, dealCell(deal) * many, own[index]);
  });
  return deals.map((deal, index) => {
    const first = dealCell(deal) * many;
    const scaled = new Float64Array(many);
    for (let at = 0; at < many; at++) {
      const sum = ownSums[first + at] ?? 0;
      // Where no rep's history has a close, all deals are like the team's.
      scaled[at] =
        sum > 0 ? Math.min(1, ((own[index]?.[at] ?? 0) * (teamSums[first + at] ?? 0)) / sum) : (deal.within[at] ?? 0);
    }
    return scaled;
  });
}

function addTo(sums: Float64Array, first: number, chances: Float64Array = NONE): void {
  for (let at = 0; at < chances.length; at++) sums[first + at] = (sums[first + at] ?? 0) + (chances[at] ?? 0);
}

const NONE = new Float64Array();

function meanOf(lists: readonly Float64Array[]): Float64Array {
  const [first = NONE] = lists;
  if (lists.length === 1) return first;
  return first.map((_, at) => lists.reduce((sum, list) => sum + (list[at] ?? 0), 0) / lists.length);
}
