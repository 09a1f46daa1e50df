import type { Week } from '../days/week.ts';
import { type DealLine, standingOf } from '../deals/deal-line.ts';
import { isStale, type LearnedStandards } from '../deals/deal-signals.ts';
import { type RepKey, scopes } from '../rows/rep-key.ts';
import type { Figures } from '../weeks/figures.ts';
import type { Ratio } from './ratio.ts';
import { decisionWinRate, staleAdjustedWinRate } from './win-rate.ts';

export interface WinRates {
  readonly decision: Ratio;
  /** Opportunities and asks that went stale: last worked in the same weeks, and open since. */
  readonly stale: number;
  readonly staleAdjusted: Ratio;
}

/**
 * The win rates of each rep and the team over some complete weeks, oldest first; `done`: the figures of these weeks. A stale deal belongs to who worked
 * it last, and to the week of that: deals that have been silent for years say nothing about these weeks. Prospects that
 * are still at attempts were never there to be won; prospect to close counts them.
 */
export function recentWinRates(
  done: (rep: RepKey) => Figures,
  weeks: readonly Week[],
  openDeals: readonly DealLine[],
  standards: LearnedStandards,
): (rep: RepKey) => WinRates {
  const [from = 0, to = 0] = [weeks[0], (weeks.at(-1) ?? 0) + 7];
  const stale = new Map<RepKey, number>();
  for (const line of openDeals) {
    if (line.lastMsi < from || line.lastMsi >= to) continue;
    if (standingOf(line).step === 0 || !isStale(line, standards)) continue;
    for (const rep of scopes({ reps: line.lastReps })) stale.set(rep, (stale.get(rep) ?? 0) + 1);
  }
  return (rep) => {
    const decided = done(rep);
    const silent = stale.get(rep) ?? 0;
    return {
      decision: decisionWinRate(decided),
      stale: silent,
      staleAdjusted: staleAdjustedWinRate(decided, silent),
    };
  };
}
