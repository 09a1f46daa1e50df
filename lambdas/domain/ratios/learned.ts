import type { Week } from '../days/week.ts';
import { readStepDaysKey, type WeekRollup } from '../weeks/week-rollup.ts';
import type { Weeks } from './closing-ratio.ts';

/** "Learned distributions (days to close, gaps, survival) use the last 104 weeks." */
const LEARNED_WEEKS = 104;

/** Value -> how often. */
export type Histogram = ReadonlyMap<number, number>;

/** Weekdays between two MSIs of one deal, over the deals won in the last 104 weeks. */
export function learnedGaps(weeks: Weeks, current: Week): Histogram {
  const counts = new Map<number, number>();
  for (const { gaps } of learnedFrom(weeks, current)) for (const [days, times] of gaps) add(counts, days, times);
  return counts;
}

/** Days from first MSI to close, over the team's closes of the last 104 weeks. */
export function learnedDaysToClose(weeks: Weeks, current: Week): Histogram {
  const counts = new Map<number, number>();
  for (const { daysToClose } of learnedFrom(weeks, current))
    for (const [days, deals] of daysToClose) add(counts, days, deals);
  return counts;
}

/** Days that won deals stayed in each step (attempt, opportunity, ask), of the last 104 weeks. */
export function learnedStepDays(weeks: Weeks, current: Week): readonly [Histogram, Histogram, Histogram] {
  const counts = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()] as const;
  for (const { stepDays } of learnedFrom(weeks, current)) {
    for (const [key, deals] of stepDays) {
      const { step, days } = readStepDaysKey(key);
      const of = counts[step];
      if (of) add(of, days, deals);
    }
  }
  return counts;
}

function* learnedFrom(weeks: Weeks, current: Week): Iterable<WeekRollup> {
  for (const [week, rollup] of weeks) if (week > current - 7 * LEARNED_WEEKS && week <= current) yield rollup;
}

const add = (counts: Map<number, number>, value: number, times: number): void => {
  counts.set(value, (counts.get(value) ?? 0) + times);
};

/** The smallest value that at least `share` of them reach (nearest rank): 0.5 = the median. `undefined` of nothing. */
export function percentile(of: Histogram, share: number): number | undefined {
  const sorted = [...of].filter(([, times]) => times > 0).sort(([a], [b]) => a - b);
  const rank = Math.ceil(share * sorted.reduce((sum, [, times]) => sum + times, 0));
  let seen = 0;
  for (const [value, times] of sorted) {
    seen += times;
    if (seen >= rank) return value;
  }
  return undefined;
}
