import type { Seen } from '../ports.ts';

/**
 * Rows of one rep-day whose first-seen time is kept. At 64 characters an identity this stays below the 400 KB limit of
 * an item even when nothing can be compressed; no rep records 4,000 things in a day, but a pasted import may.
 */
const MOST_SEEN = 4_000;

/**
 * The earlier time of each row; beyond `MOST_SEEN` rows the earliest are kept. `undefined`: `old` says it all already.
 * The order in which maps are merged makes no difference.
 */
export function mergeSeen(old: Seen, more: Seen, most = MOST_SEEN): Seen | undefined {
  const merged = new Map(Object.entries(old));
  for (const [row, time] of Object.entries(more)) merged.set(row, Math.min(time, merged.get(row) ?? time));
  const kept = merged.size <= most ? merged : new Map([...merged].sort(byTime).slice(0, most));
  const same = Object.keys(old).length === kept.size && [...kept].every(([row, time]) => old[row] === time);
  return same ? undefined : Object.fromEntries(kept);
}

const byTime = ([row, time]: [string, number], [otherRow, otherTime]: [string, number]): number =>
  time - otherTime || (row < otherRow ? -1 : 1);
