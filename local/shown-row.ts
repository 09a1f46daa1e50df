import { textOf } from '../lambdas/domain/cells/table.ts';
import { type Day, isoOf, UNDATED } from '../lambdas/domain/days/day.ts';
import { AT } from '../lambdas/domain/rows/activity-columns.ts';
import { cellsOf, type RowLine } from '../lambdas/domain/rows/row-line.ts';

/** A stored row for people: date, rep, prospect, deal, activity, outcome. `day` where it was read from the date. */
export function shownRow(line: RowLine, day?: Day): string {
  const cells = cellsOf(line);
  const date = cells[AT.date];
  const shown =
    day !== undefined && day !== UNDATED ? isoOf(day) : typeof date === 'number' ? dateOf(date) : textOf(date);
  const typed = (['rep', 'prospect', 'deal', 'activity', 'outcome'] as const).map((field) => textOf(cells[AT[field]]));
  return [shown, ...typed].filter((text) => text !== '').join(' | ');
}

const dateOf = (serial: number): string =>
  serial > 0 && serial < 2_958_466 ? isoOf(Math.floor(serial)) : String(serial);
