import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { isoOf } from '../../lambdas/domain/days/day.ts';
import { csvOf } from '../files/csv.ts';
import type { StoredRepDay } from './stored-workbook.ts';
import { activityHeaderRow, activityRows, DATE_COLUMNS } from './workbook-file.ts';

/** The rows for any program: dates as `2026-11-20` or `2026-11-20 14:03:00`, and text marked as `csvOf` does. */
export function rowsCsv(repDays: readonly StoredRepDay[]): string {
  const dates = new Set(DATE_COLUMNS);
  const rows = [...activityRows(repDays)].map((cells) =>
    activityHeaderRow.map((_, at) => csvCell(cells[at], dates.has(at))),
  );
  return csvOf(activityHeaderRow, rows);
}

function csvCell(cell: Cell, dated: boolean): string | number {
  if (cell === undefined || cell === null) return '';
  if (typeof cell === 'number') return dated ? dateText(cell) : cell;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return cell;
}

/** 0001-01-01 to 9999-12-31; a number that is no date stays a number. */
const [FIRST, LAST] = [-693_593, 2_958_465];
const SECONDS = 86_400;

function dateText(serial: number): string | number {
  const seconds = Math.round(serial * SECONDS);
  const day = Math.floor(seconds / SECONDS);
  if (!(day >= FIRST && day <= LAST)) return serial;
  const within = seconds - day * SECONDS;
  if (within === 0) return isoOf(day);
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  return `${isoOf(day)} ${two(within / 3600)}:${two((within / 60) % 60)}:${two(within % 60)}`;
}
