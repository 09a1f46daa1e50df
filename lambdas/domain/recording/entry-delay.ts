import { type Day, weekdaysBetween } from '../days/day.ts';

/** The civil date of a row, and the civil date on which it was first seen on the sheet. */
export interface RowEntry {
  readonly day: Day;
  readonly seen: Day;
}

/**
 * "entry delay = first seen − date (median, working days)": 0 = typed on its day, also when it was typed ahead. Of the
 * rows whose first-seen time is known; `undefined` without any.
 */
export function entryDelay(rows: readonly RowEntry[]): number | undefined {
  const delays = rows.map(({ day, seen }) => (seen > day ? weekdaysBetween(day, seen) : 0)).sort((a, b) => a - b);
  const [low, high] = [delays[Math.ceil(delays.length / 2) - 1], delays[Math.floor(delays.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** "absent below 3 recorded days" */
const ENOUGH_DAYS = 3;

/**
 * "batch entry = share of a week's rows first seen on its last recorded day", or after it: typed up at the end instead
 * of day by day. `undefined` below 3 recorded days. x = those rows, n = rows with a known first-seen time.
 */
export function batchEntry(rows: readonly RowEntry[]): { readonly x: number; readonly n: number } | undefined {
  const days = new Set(rows.map(({ day }) => day));
  if (days.size < ENOUGH_DAYS) return undefined;
  const last = Math.max(...days);
  return { x: rows.filter(({ seen }) => seen >= last).length, n: rows.length };
}
