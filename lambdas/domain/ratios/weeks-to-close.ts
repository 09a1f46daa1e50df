import type { Histogram } from './learned.ts';

/**
 * "beside it the distribution of days from first MSI to close": deals by whole weeks from first MSI to close, one for
 * each of the `lags` first weeks, and in the last place those that took longer.
 */
export function weeksToClose(days: Histogram, lags: number): number[] {
  const deals = new Array<number>(lags + 1).fill(0);
  for (const [count, times] of days) {
    const at = Math.min(lags, Math.floor(count / 7));
    deals[at] = (deals[at] ?? 0) + times;
  }
  return deals;
}
