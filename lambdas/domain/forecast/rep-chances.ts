import type { RepKey } from '../rows/rep-key.ts';
import { BANDS, OPEN_STEPS } from './age-bands.ts';
import { dealCell } from './deal-groups.ts';
import type { Outlook } from './outlook.ts';
import { workersOf } from './standing-deal.ts';

/** The chances of each open deal by who works it, in the order of the outlook's deals. */
export interface RepChances {
  /** The chance of the nth deal within the horizon at `at`. */
  within(deal: number, at: number): number;
}

/**
 * What the reps' own history says of a deal in that step and of that age, scaled so that the deals of like step and age
 * together have the chances that the team's history gives them. For deals change hands, and often because they go well:
 * the history of whoever holds them last tells reps apart, but, added up, it would promise too little for deals that are
 * still to be handed over.
 */
export function repChances(ahead: Outlook): RepChances {
  const { deals, horizons } = ahead;
  const many = horizons.length;
  const own: Float64Array[] = [];
  const first = new Int32Array(deals.length);
  const teamSums = new Float64Array(OPEN_STEPS * BANDS * many);
  const ownSums = new Float64Array(OPEN_STEPS * BANDS * many);
  deals.forEach((one, index) => {
    const chances = meanOf(workersOf(one.deal), (rep) => ahead.ofRep(rep).within(one.step, one.age));
    const cell = dealCell(one) * many;
    own.push(chances);
    first[index] = cell;
    for (let at = 0; at < many; at++) {
      teamSums[cell + at] = (teamSums[cell + at] ?? 0) + (one.within[at] ?? 0);
      ownSums[cell + at] = (ownSums[cell + at] ?? 0) + (chances[at] ?? 0);
    }
  });
  const factors = teamSums.map((team, at) => team / (ownSums[at] ?? 0));
  return {
    within(deal, at) {
      const factor = factors[(first[deal] ?? 0) + at] ?? 1;
      // Where no rep's history has a close, all deals are like the team's.
      if (!Number.isFinite(factor)) return deals[deal]?.within[at] ?? 0;
      return Math.min(1, (own[deal]?.[at] ?? 0) * factor);
    },
  };
}

function meanOf(reps: readonly RepKey[], of: (rep: RepKey) => Float64Array): Float64Array {
  const [rep = '', ...others] = reps;
  const first = of(rep);
  if (others.length === 0) return first;
  const lists = [first, ...others.map(of)];
  return first.map((_, at) => lists.reduce((sum, list) => sum + (list[at] ?? 0), 0) / lists.length);
}
