import type { Week } from '../domain/days/week.ts';
import type { RepKey } from '../domain/rows/rep-key.ts';
import type { Figure } from '../domain/weeks/figures.ts';
import { figureOfWeek } from '../domain/weeks/figures-of-weeks.ts';
import { count, EMPTY, money } from './cells.ts';
import type { CellLayout, StyleName } from './layout.ts';
import type { ReportFigures } from './report-figures.ts';

/** "its weekly counts are frozen as reported": of a closed week as it was reported, else as it is. */
export function weeklyCount(figures: ReportFigures, rep: RepKey, figure: Figure, week: Week): number {
  return figureOfWeek(figures.asReported.get(week) ?? figures.weeks.get(week), rep, figure);
}

/** The first week that anything is known of, Infinity without any: before it nothing is known, which is not zero. */
export const firstWeek = ({ weeks, asReported }: Pick<ReportFigures, 'weeks' | 'asReported'>): Week =>
  Math.min(...weeks.keys(), ...asReported.keys());

/** "later changes show as restated beside reported": a mark on the figure as reported, and the new one in its note. */
export function weekCell(
  figures: ReportFigures,
  rep: RepKey,
  figure: Figure,
  week: Week,
  style: StyleName = 'count',
): CellLayout {
  if (week < firstWeek(figures)) return EMPTY;
  const { minorDigits } = figures.rules;
  const amount = figure.endsWith('Amount');
  const reported = weeklyCount(figures, rep, figure, week);
  const now = figureOfWeek(figures.weeks.get(week), rep, figure);
  const cell = amount ? money(reported, minorDigits) : count(reported, style);
  if (now === reported) return cell;
  const restated = amount ? now / 10 ** minorDigits : now;
  return { ...cell, style: 'restated-count', note: `As reported. Restated: ${restated.toLocaleString('en')} now.` };
}
