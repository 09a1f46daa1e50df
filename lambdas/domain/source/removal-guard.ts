import { isoOf, UNDATED } from '../days/day.ts';
import { type Week, weekOf } from '../days/week.ts';
import type { RowLine } from '../rows/row-line.ts';
import { Lines } from './multiset.ts';
import type { RowChange } from './row-changes.ts';

const SHARE = 0.2;
const AT_LEAST = 10;

/**
 * "more than 20 % and at least 10 unpaired removals of one week at once": a sort that went wrong, a filter that was
 * pasted over, a bad import. Returns the worst week, or `undefined` when nothing stands out.
 */
export function massRemoval(
  changes: readonly RowChange[],
  unpaired: readonly RowLine[],
  rowsOfWeek: (week: Week) => number,
  weekStartsOn: number,
): { readonly week: string; readonly removed: number; readonly rows: number } | undefined {
  const gone = new Lines(unpaired);
  const removedOfWeek = new Map<Week, number>();
  for (const { day, removed } of changes) {
    if (day === UNDATED) continue;
    for (const line of removed) {
      if (!gone.take(line)) continue;
      const week = weekOf(day, weekStartsOn);
      removedOfWeek.set(week, (removedOfWeek.get(week) ?? 0) + 1);
    }
  }
  const worst = [...removedOfWeek]
    .map(([week, removed]) => ({ week: isoOf(week), removed, rows: rowsOfWeek(week) }))
    .filter(({ removed, rows }) => removed >= AT_LEAST && removed > SHARE * rows)
    .sort((a, b) => b.removed - a.removed);
  return worst[0];
}
