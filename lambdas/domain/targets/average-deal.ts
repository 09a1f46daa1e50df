import type { Week } from '../days/week.ts';
import type { Weeks } from '../ratios/closing-ratio.ts';
import type { RepKey } from '../rows/rep-key.ts';
import { FIGURE_AT } from '../weeks/figures.ts';

/** Deals won in some weeks whose revenue goes to somebody, those whose amount was typed, and what they brought, in minor units. */
export interface Won {
  readonly closes: number;
  readonly amount: number;
}

/** What a usual deal brings, in minor units, and where that is from. */
export interface AverageDeal {
  readonly amount: number;
  readonly from: 'own deals' | 'few own deals' | 'Team' | 'segment' | 'team' | 'Settings';
}

/** "Learned ... use the last 104 weeks" */
const LEARNED_WEEKS = 104;
/** Own deals from which their average is used. */
const ENOUGH_DEALS = 5;

/** Closes with an amount, and their amounts, in the 104 weeks before a week. */
export function wonBefore(weeks: Weeks, rep: RepKey, before: Week): Won {
  let closes = 0;
  let amount = 0;
  for (const [week, { days }] of weeks) {
    if (week >= before || week < before - 7 * LEARNED_WEEKS) continue;
    for (const day of days.get(rep)?.values() ?? []) {
      closes += day[FIGURE_AT.closesWithAmount] ?? 0;
      amount += day[FIGURE_AT.closeAmount] ?? 0;
    }
  }
  return { closes, amount };
}

/**
 * The average of the won deals whose revenue goes to the rep, of those with an amount, from 5 on; else what Team says; else the average of the segment, of the team;
 * else the setting. `undefined` = nothing tells what a deal brings.
 */
export function averageDealOf(given: {
  readonly own: Won;
  /** Minor units, of the Team tab. */
  readonly stated: number | undefined;
  readonly segment: Won;
  readonly team: Won;
  /** Minor units; 0 = not set. */
  readonly setting: number;
}): AverageDeal | undefined {
  const mean = ({ closes, amount }: Won): number => (closes > 0 ? amount / closes : 0);
  const choices: readonly AverageDeal[] = [
    { amount: given.own.closes >= ENOUGH_DEALS ? mean(given.own) : 0, from: 'own deals' },
    { amount: given.stated ?? 0, from: 'Team' },
    { amount: mean(given.segment), from: given.segment.closes > given.own.closes ? 'segment' : 'few own deals' },
    { amount: mean(given.team), from: given.team.closes > given.own.closes ? 'team' : 'few own deals' },
    { amount: given.setting, from: 'Settings' },
  ];
  return choices.find(({ amount }) => amount > 0);
}
