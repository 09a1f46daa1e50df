import type { Figures } from '../weeks/figures.ts';
import { type Ratio, ratio } from './ratio.ts';

/** "Decision win rate: won ÷ (won + lost) by decision date": of the deals decided in some weeks, the share won. */
export const decisionWinRate = ({ closes, lostForGood }: Pick<Figures, 'closes' | 'lostForGood'>): Ratio =>
  ratio(closes, closes + lostForGood);

/**
 * "stale-adjusted: won ÷ (won + lost + stale)": deals that nobody works any more are seldom marked as lost, so a rep who
 * never says Lost would win everything. `stale` = open deals that are stale now.
 */
export const staleAdjustedWinRate = (
  { closes, lostForGood }: Pick<Figures, 'closes' | 'lostForGood'>,
  stale: number,
): Ratio => ratio(closes, closes + lostForGood + stale);
