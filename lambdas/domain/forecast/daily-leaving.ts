import { BANDS, bandOf, bandStart, cellOf, OPEN_STEPS } from './age-bands.ts';
import type { Hazards } from './hazards.ts';

/** By step: of the deals that leave for the next step in their first week, the share that leave on the first day. */
export type SameDayShares = readonly number[];
/** Nothing known: a day like the others. */
export const EVEN_SHARE = 1 / 7;

/**
 * The chance that a deal leaves a step on a day, given that it was there when the day began. By step, then by band and
 * day of the week there (`dayAt`): the weeks of a band are alike.
 */
export interface DailyLeaving {
  readonly next: readonly Float64Array[];
  readonly lost: readonly Float64Array[];
}

const EARLY = Int16Array.from(
  { length: 7 * bandStart(BANDS - 1) },
  (_, day) => 7 * bandOf(Math.floor(day / 7)) + (day % 7),
);
/** Where the chances of a deal's nth day in a step stand; 0 = the day of coming in. */
export const dayAt = (day: number): number => EARLY[day] ?? 7 * (BANDS - 1) + (day % 7);

/**
 * Chances by week spread over days: within a week as many leave on one day as on another. But a deal often enters at a
 * later step, or takes two on one day, so the first day has its own share.
 */
export function dailyLeaving({ next, lost }: Hazards, sameDay: SameDayShares): DailyLeaving {
  const days = { next: [] as Float64Array[], lost: [] as Float64Array[] };
  for (let step = 0; step < OPEN_STEPS; step++) {
    const [nextOn, lostOn] = [new Float64Array(BANDS * 7), new Float64Array(BANDS * 7)];
    for (let band = 0; band < BANDS; band++) {
      const onward = next[cellOf(step, band)] ?? 0;
      const losing = (lost[cellOf(step, band)] ?? 0) * EVEN_SHARE;
      let there = 1;
      for (let day = 0; day < 7; day++) {
        const leaving = onward * (band === 0 ? shareOfDay(day, sameDay[step]) : EVEN_SHARE);
        // Rounding may leave a trace of deals where all have left.
        if (there > 1e-12) {
          nextOn[band * 7 + day] = Math.min(1, leaving / there);
          lostOn[band * 7 + day] = Math.min(1, losing / there);
        }
        there -= leaving + losing;
      }
    }
    days.next.push(nextOn);
    days.lost.push(lostOn);
  }
  return days;
}

const shareOfDay = (day: number, first = EVEN_SHARE): number => (day === 0 ? first : (1 - first) / 6);
