import { BANDS, bandOf, bandStart, cellOf, OPEN_STEPS } from './age-bands.ts';
import type { Hazards } from './hazards.ts';

/** By step: of the deals that leave for the next step in their first week, the share that leave on the first day. */
export type SameDayShares = readonly number[];
/** Nothing known: a day like the others. */
export const EVEN_SHARE = 1 / 7;

/**
 * The chance that a deal leaves a step on its nth day there (0 = the day of coming in), given that it was there when the
 * day began. By step, then by day; read beyond its end, the last week goes on (`dayIn`).
 */
export interface DailyLeaving {
  readonly next: readonly Float64Array[];
  readonly lost: readonly Float64Array[];
}

const DAYS = 7 * (bandStart(BANDS - 1) + 1);
export const dayIn = (day: number): number => (day < DAYS ? day : DAYS - 7 + (day % 7));

/**
 * Chances by week spread over days: within a week as many leave on one day as on another. But a deal often enters at a
 * later step, or takes two on one day, so the first day has its own share.
 */
export function dailyLeaving({ next, lost }: Hazards, sameDay: SameDayShares): DailyLeaving {
  const steps = Array.from({ length: OPEN_STEPS }, (_, step) => {
    const days = { next: new Float64Array(DAYS), lost: new Float64Array(DAYS) };
    let there = 1;
    for (let day = 0; day < DAYS; day++) {
      if (day % 7 === 0) there = 1;
      const cell = cellOf(step, bandOf(Math.floor(day / 7)));
      const leaving = (next[cell] ?? 0) * (day < 7 ? shareOfDay(day, sameDay[step]) : EVEN_SHARE);
      const losing = (lost[cell] ?? 0) * EVEN_SHARE;
      // Rounding may leave a trace of deals where all have left.
      if (there > 1e-12) {
        days.next[day] = Math.min(1, leaving / there);
        days.lost[day] = Math.min(1, losing / there);
      }
      there -= leaving + losing;
    }
    return days;
  });
  return { next: steps.map((step) => step.next), lost: steps.map((step) => step.lost) };
}

const shareOfDay = (day: number, first = EVEN_SHARE): number => (day === 0 ? first : (1 - first) / 6);
