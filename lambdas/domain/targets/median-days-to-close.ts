import type { Week } from '../days/week.ts';
import type { Weeks } from '../ratios/closing-ratio.ts';

const LEARNED_WEEKS = 104;

/**
 * The median (nearest rank) of the team's days from first MSI to close, over closes of the 104 weeks before `before`;
 * `undefined` without closes.
 */
export function medianDaysToClose(weeks: Weeks, before: Week): number | undefined {
  const counted = new Map<number, number>();
  let closes = 0;
  for (const [week, rollup] of weeks) {
    if (week >= before || week < before - 7 * LEARNED_WEEKS) continue;
    for (const [days, deals] of rollup.daysToClose) {
      counted.set(days, (counted.get(days) ?? 0) + deals);
      closes += deals;
    }
  }
  let seen = 0;
  for (const [days, deals] of [...counted].sort(([a], [b]) => a - b)) {
    seen += deals;
    if (seen * 2 >= closes) return days;
  }
  return undefined;
}
