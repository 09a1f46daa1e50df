import { type Day, isoOf } from '../days/day.ts';
import type { RowLine } from '../rows/row-line.ts';
import { digest } from '../trees/digest.ts';
import { entry } from '../trees/entry.ts';
import type { RowChange } from './row-changes.ts';
import type { RowPair } from './row-pairs.ts';

/** Where the first-seen times of a rep-day are kept. A Rep cell may hold anything, so it goes by digest. */
export const seenKey = (day: Day, rep: string): string => `${isoOf(day)}/${digest(rep).slice(0, 12)}`;

/** A row by content and its ordinal among equals, the first being 0. */
export const rowIdentity = (line: RowLine, ordinal: number): string => `${digest(line).slice(0, 12)}.${ordinal}`;

/** First-seen times by rep-day key, then by row identity; epoch milliseconds. */
export type SeenTimes = ReadonlyMap<string, Readonly<Record<string, number>>>;

/** The rep-days whose times are needed to decide: those that lost rows. */
export function seenKeysNeeded(changes: readonly RowChange[]): string[] {
  return changes.filter((change) => change.removed.length > 0).map((change) => seenKey(change.day, change.rep));
}

/**
 * The times to remember after a change. A new row was first seen now; an edited row keeps the time of the row that it
 * was. A row without a time was there when the workbook was first read, and so is its successor.
 */
export function seenAfter(
  changes: readonly RowChange[],
  pairs: readonly RowPair[],
  known: SeenTimes,
  now: number,
): Map<string, Record<string, number>> {
  // Of equal rows, those with the first ordinals stay.
  const gone = new Map<RowLine, { readonly key: string; next: number }>();
  for (const { day, rep, removed, stayed } of changes)
    for (const line of removed) gone.set(line, { key: seenKey(day, rep), next: stayed?.get(line) ?? 0 });
  const timeOf = (line: RowLine): number | undefined => {
    const row = gone.get(line);
    return row && known.get(row.key)?.[rowIdentity(line, row.next++)];
  };
  // From the last to the first, so that the first is taken off the end: many rows may be equal.
  const becameFrom = new Map<RowLine, RowLine[]>();
  for (const { gone, added } of pairs.toReversed()) entry(becameFrom, added, () => []).push(gone);
  const times = new Map<string, Record<string, number>>();
  for (const { day, rep, added, stayed } of changes) {
    const key = seenKey(day, rep);
    const ordinals = new Map<RowLine, number>();
    for (const line of added) {
      const ordinal = ordinals.get(line) ?? stayed?.get(line) ?? 0;
      ordinals.set(line, ordinal + 1);
      const before = becameFrom.get(line)?.pop();
      const time = before === undefined ? now : timeOf(before);
      if (time === undefined) continue;
      const repDay = times.get(key) ?? {};
      repDay[rowIdentity(line, ordinal)] = time;
      times.set(key, repDay);
    }
  }
  return times;
}
