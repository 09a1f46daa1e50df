import { isOver, type Week } from '../../domain/days/week.ts';
import { TEAM } from '../../domain/rows/rep-key.ts';
import type { Figure } from '../../domain/weeks/figures.ts';
import { text } from '../cells.ts';
import { shortDate } from '../dates.ts';
import type { CellLayout } from '../layout.ts';
import type { ReportFigures } from '../report-figures.ts';
import { weeklyCount } from '../weekly-count.ts';

export function headRow(first: string, figures: ReportFigures, weeks: readonly Week[]): CellLayout[] {
  const partial = (week: Week): boolean => !isOver(week, figures.asOf);
  return [
    text(first, 'head'),
    ...weeks.map((week) => text(partial(week) ? `${shortDate(week)} (partial)` : shortDate(week), 'head-right')),
  ];
}

export const teamCount = (figures: ReportFigures, figure: Figure, week: Week): number =>
  weeklyCount(figures, TEAM, figure, week);
