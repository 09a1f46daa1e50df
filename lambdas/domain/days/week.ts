import type { AsOf } from './as-of.ts';
import { type Day, dayOfWeek } from './day.ts';

/** A week is keyed by its first day; windows of weeks are half-open. */
export type Week = Day;

/** First day of the week that `day` is in. `startsOn`: 0 = Sunday, 1 = Monday (the default of the settings). */
export function weekOf(day: Day, startsOn: number): Week {
  return day - ((dayOfWeek(day) - startsOn + 7) % 7);
}

/** The `count` weeks before and including `last`, oldest first. */
export function weeksUntil(last: Week, count: number): Week[] {
  return Array.from({ length: count }, (_, i) => last - 7 * (count - 1 - i));
}

/**
 * The end of the complete weeks: the week that as-of is in, `current`, or the next one once its last day is over. What is
 * said of "the last complete weeks" ends here on every tab.
 */
export const completeUntil = ({ current, asOf }: { readonly current: Week; readonly asOf: AsOf }): Week =>
  isOver(current, asOf) ? current + 7 : current;

/** Whether the last day of a week is over. Until then it is partial: compared with the same days of the week before. */
export function isOver(week: Week, asOf: AsOf): boolean {
  return asOf.day > week + 6 || (asOf.day === week + 6 && asOf.minute >= 1440);
}
