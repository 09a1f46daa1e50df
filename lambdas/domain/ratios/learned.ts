import type { Week } from '../days/week.ts';
import { readStepDaysKey, type WeekRollup } from '../weeks/week-rollup.ts';
import type { Weeks } from './closing-ratio.ts';

/** "Learned distributions (days to close, gaps, survival) use the last 104 weeks." */
const LEARNED_WEEKS = 104;

/** Value -> how often. */
export type Histogram = ReadonlyMap<number, number>;

/** Weekdays between two MSIs of one deal, over the deals won in the last 104 weeks. */
export const learnedGaps = (weeks: Weeks, current: Week): Histogram => collect(weeks, current, ({ gaps }) => [...gaps]);

/** Days from first MSI to close, over the team's closes of the last 104 weeks. */
export const learnedDaysToClose = (weeks: Weeks, current: Week): Histogram =>
  collect(weeks, current, ({ daysToClose }) => [...daysToClose]);

/** Days that won deals stayed in a step (0 attempt, 1 opportunity, 2 ask), of the last 104 weeks. */
export const learnedStepDays = (weeks: Weeks, current: Week, step: number): Histogram =>
  collect(weeks, current, ({ stepDays }) =>
    [...stepDays].flatMap(([key, deals]): [number, number][] => {
      const read = readStepDaysKey(key);
      return read.step === step ? [[read.days, deals]] : [];
    }),
  );

function collect(weeks: Weeks, current: Week, entries: (rollup: WeekRollup) => [number, number][]): Histogram {
  const counts = new Map<number, number>();
  for (const [week, rollup] of weeks) {
    if (week <= current - 7 * LEARNED_WEEKS || week > current) continue;
    for (const [value, times] of entries(rollup)) counts.set(value, (counts.get(value) ?? 0) + times);
  }
  return counts;
}

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
