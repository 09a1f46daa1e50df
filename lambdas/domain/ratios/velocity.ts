import { type Week, weeksUntil } from '../days/week.ts';
import { TEAM } from '../rows/rep-key.ts';
import { totalOf } from '../weeks/figures.ts';
import { repFigures } from '../weeks/week-rollup.ts';
import type { Weeks } from './closing-ratio.ts';
import { type Ratio, valueOfRatio } from './ratio.ts';
import { decisionWinRate } from './win-rate.ts';

/** What the open deals bring in a day, as its four levers. */
export interface Velocity {
  readonly open: number;
  readonly winRate: Ratio;
  /** Minor units. */
  readonly averageWon: number;
  /** From first MSI to close, on average. */
  readonly daysToClose: number;
  /** Minor units a day. */
  readonly perDay: number;
}

/** Nothing was won; no deal won has an amount; none was seen from its first contact to its close. */
export type MissingLever = 'wins' | 'amounts' | 'days to close';

const RECENT_WEEKS = 26;
const LEARNED_WEEKS = 104;
/** A sale that was made on its first day took a day. */
const SHORTEST = 1;

/**
 * "velocity per day = open × win rate × average won deal ÷ average days to close, shown as its four levers; absent
 * without wins". Of the team: win rate and average deal over the 26 complete weeks before `current`, days to close over
 * the last 104 weeks. `open` = deals open now. A lever that nothing tells is named instead.
 */
export function velocity(weeks: Weeks, current: Week, open: number): Velocity | MissingLever {
  const recent = weeksUntil(current - 7, RECENT_WEEKS);
  const figures = totalOf(recent.map((week) => repFigures(weeks.get(week), TEAM, week, week + 6)));
  const winRate = decisionWinRate(figures);
  const share = valueOfRatio(winRate);
  const daysToClose = averageDaysToClose(weeks, current);
  if (share === undefined || figures.closes === 0) return 'wins';
  if (figures.closesWithAmount === 0) return 'amounts';
  if (daysToClose === undefined) return 'days to close';
  const averageWon = figures.closeAmount / figures.closesWithAmount;
  const perDay = (open * share * averageWon) / Math.max(SHORTEST, daysToClose);
  return { open, winRate, averageWon, daysToClose, perDay };
}

/** Over the team's closes of the last 104 weeks; `undefined` without any. */
export function averageDaysToClose(weeks: Weeks, current: Week): number | undefined {
  let closes = 0;
  let sum = 0;
  for (const [week, { daysToClose }] of weeks) {
    if (week <= current - 7 * LEARNED_WEEKS || week > current) continue;
    for (const [days, deals] of daysToClose) {
      closes += deals;
      sum += days * deals;
    }
  }
  return closes === 0 ? undefined : sum / closes;
}
