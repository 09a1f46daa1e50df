import type { Day } from '../days/day.ts';
import type { DealLine } from '../deals/deal-line.ts';
import { OPEN_STEPS } from './age-bands.ts';
import { EVEN_SHARE, type SameDayShares } from './daily-leaving.ts';

/**
 * Of the deals that left a step for the next one within 7 days, the share that left on the day on which they came: a
 * deal first seen as an opportunity, or booked in the talk in which it was asked for. From the deals whose days are
 * known, as they were before `from`.
 */
export function sameDayShares(lines: readonly DealLine[], from: Day): SameDayShares {
  const left = new Float64Array(OPEN_STEPS);
  const sameDay = new Float64Array(OPEN_STEPS);
  for (const { reached, state, decided, opening, closedFirst } of lines) {
    if (opening || closedFirst) continue;
    const days = [...reached, ...(state === 'won' ? [decided] : [])];
    for (let step = 0; step < OPEN_STEPS; step++) {
      const [came, went] = [days[step], days[step + 1]];
      if (came === undefined || went === undefined || went >= from || went - came >= 7) continue;
      left[step] = (left[step] ?? 0) + 1;
      if (went === came) sameDay[step] = (sameDay[step] ?? 0) + 1;
    }
  }
  return Array.from(left, (deals, step) => (deals === 0 ? EVEN_SHARE : (sameDay[step] ?? 0) / deals));
}
