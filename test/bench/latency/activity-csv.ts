import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { dayOfIso, isoOf } from '../../../lambdas/domain/days/day.ts';
import { csvOf } from '../../../local/files/csv.ts';
import { ACTIVITY_HEADER, activityRows, CHECK_AT, LAST_DAY, type LogSize } from '../data/activity-rows.ts';

/** A log as somebody would export it, its last day moved to `lastDay`. */
export function activityCsv(size: LogSize, lastDay: number): string {
  const moved = (cell: Cell): string => {
    if (typeof cell === 'number') return isoOf(Math.floor(cell) + lastDay - LAST_DAY);
    const day = dayOfIso(String(cell ?? ''));
    return day === undefined ? String(cell ?? '') : isoOf(day + lastDay - LAST_DAY);
  };
  const rows = activityRows(size).map(([date, ...rest]) => [
    moved(date ?? ''),
    ...rest.map((cell) => (typeof cell === 'boolean' ? String(cell) : (cell ?? undefined))),
  ]);
  return csvOf(
    ACTIVITY_HEADER.slice(0, CHECK_AT),
    rows.map((row) => row.slice(0, CHECK_AT)),
  );
}
