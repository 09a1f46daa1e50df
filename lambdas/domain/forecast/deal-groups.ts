import { entry } from '../trees/entry.ts';
import { bandOf, cellOf, type OpenStep } from './age-bands.ts';
import type { DealOutlook } from './outlook.ts';
import type { Random } from './random.ts';

/** Which step and band of ages a deal is in, as a number (`cellOf`). */
export const dealCell = ({ step, age }: Pick<DealOutlook, 'step' | 'age'>): number =>
  cellOf(step, bandOf(Math.floor(Math.max(0, age) / 7)));

/** Open deals in the same step and about as old: what was learned about them is wrong for all of them together. */
export interface DealGroup {
  readonly step: OpenStep;
  /** Days, of one of them. */
  readonly age: number;
  readonly deals: readonly DealOutlook[];
  /** The largest chance of one of them, within the longest horizon. */
  readonly most: number;
}

export function dealGroups(deals: readonly DealOutlook[]): DealGroup[] {
  const groups = new Map<number, DealOutlook[]>();
  for (const deal of deals) entry(groups, dealCell(deal), () => []).push(deal);
  return [...groups.values()].flatMap((members) => {
    const first = members[0];
    const most = members.reduce((max, { within }) => Math.max(max, within.at(-1) ?? 0), 0);
    return first ? [{ step: first.step, age: first.age, deals: members, most }] : [];
  });
}

/** The group with chances that are `factors` (by horizon) times the learned ones. */
export interface GroupOdds {
  readonly deals: readonly DealOutlook[];
  readonly factors: Float64Array;
  /** No deal's chance is larger; and the logarithm of its opposite. */
  readonly bound: number;
  readonly logMiss: number;
}

export function groupOdds({ deals, most }: DealGroup, factors: Float64Array): GroupOdds {
  let largest = 0;
  for (const factor of factors) largest = Math.max(largest, factor);
  const bound = Math.min(1, most * largest);
  return { deals, factors, bound, logMiss: Math.log(1 - bound) };
}

/**
 * Which of the deals close, each by its own chances, and by which horizon. Few deals close in some weeks, so it jumps from
 * one that may to the next instead of asking each: as if each were asked, and quick.
 */
export function liveThrough(
  { deals, factors, bound, logMiss }: GroupOdds,
  random: Random,
  close: (horizon: number, deal: DealOutlook) => void,
): void {
  if (bound === 0) return;
  const last = factors.length - 1;
  for (let at = -1; ; ) {
    at += bound === 1 ? 1 : 1 + Math.floor(Math.log(1 - random()) / logMiss);
    const deal = deals[at];
    if (!deal) return;
    const chance = random() * bound;
    // Most that may close don't: the longest horizon tells.
    if (chance >= (deal.within[last] ?? 0) * (factors[last] ?? 1)) continue;
    for (let horizon = 0; horizon < factors.length; horizon++) {
      if (chance >= (deal.within[horizon] ?? 0) * (factors[horizon] ?? 1)) continue;
      close(horizon, deal);
      break;
    }
  }
}
