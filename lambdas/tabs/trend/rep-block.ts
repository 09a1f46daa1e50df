import type { Week } from '../../domain/days/week.ts';
import type { Figure } from '../../domain/weeks/figures.ts';
import { type Block, NO_BLOCK, rowsOnly } from '../block.ts';
import { text } from '../cells.ts';
import type { ReportFigures } from '../report-figures.ts';
import { reportedLines } from '../reps.ts';
import { repsByCloses } from '../reps-by-closes.ts';
import { weekCell } from '../weekly-count.ts';
import { headRow } from './week-cells.ts';

const BY_REP: readonly (readonly [Figure, string])[] = [
  ['msis', 'MSIs by rep'],
  ['opportunities', 'Opportunities by rep'],
  ['asks', 'Asks by rep'],
  ['closes', 'Closes by rep'],
];

/** One table for each indicator, a line for each rep, all in one order. */
export function repBlocks(figures: ReportFigures, weeks: readonly Week[]): Block[] {
  const reps = repsByCloses(figures, reportedLines(figures, weeks));
  if (reps.length === 0) return [NO_BLOCK];
  return BY_REP.map(([figure, name]) =>
    rowsOnly([
      [text(name, 'heading')],
      headRow('Rep', figures, weeks),
      ...reps.map((rep) => [text(rep.name), ...weeks.map((week) => weekCell(figures, rep.key, figure, week))]),
    ]),
  );
}
