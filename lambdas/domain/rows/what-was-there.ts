import type { Cell } from '../cells/cell.ts';
import { beginningOf } from '../cells/name-cell.ts';
import { textOf } from '../cells/table.ts';
import { isoOf } from '../days/day.ts';
import type { ActivityField } from './activity-columns.ts';

/** Sheets' last day, 9999-12-31. */
const LAST = 2_958_465;

/** A cell as people see it on the sheet, for the message of a problem: a number in a column of dates is a date. */
export function whatWasThere(field: ActivityField, cell: Cell): string {
  if ((field !== 'date' && field !== 'nextStepDate') || typeof cell !== 'number' || cell < 1 || cell > LAST)
    return beginningOf(textOf(cell));
  const minutes = Math.round(cell * 1440);
  const [day, minute] = [Math.floor(minutes / 1440), minutes % 1440];
  const two = (n: number): string => String(n).padStart(2, '0');
  return minute === 0 ? isoOf(day) : `${isoOf(day)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
