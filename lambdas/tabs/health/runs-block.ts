import { RUNS_KEPT, type Run } from '../../domain/trees/runs.ts';
import { type Block, rowsOnly } from '../block.ts';
import { count, text } from '../cells.ts';
import { momentText } from '../dates.ts';
import type { CellLayout } from '../layout.ts';
import type { ReportFigures } from '../report-figures.ts';
import { headRow } from './head-row.ts';

/** When the sheet was found changed of late, and how much of it: "runs". */
export function runsBlock({ runs, rules }: ReportFigures): Block {
  const [last] = runs;
  if (!last)
    return rowsOnly([
      [text('Runs: none noted yet', 'heading')],
      [
        text(
          'The next change of the sheet is listed here: when it was read, and how many rows came and went.',
          'muted',
        ),
      ],
    ]);
  return rowsOnly([
    [text(`Runs: the sheet last changed on ${whenOf(last)}`, 'heading')],
    [
      text(
        `The last ${RUNS_KEPT} reads that found the sheet changed, newest first (${rules.timeZone}). An edited row is one removed and one added.`,
        'muted',
      ),
    ],
    headRow(['When', ...NUMBERS, 'What changed'], NUMBERS),
    ...runs.map(runRow),
  ]);
}

const NUMBERS = ['Rows read', 'Added', 'Removed'];

function runRow(run: Run): CellLayout[] {
  const [, , rows, added, removed] = run;
  return [text(whenOf(run)), count(rows), count(added), count(removed), text(whatChanged(run))];
}

function whatChanged([, , rows, added, removed]: Run): string {
  if (added === 0 && removed === 0) return 'No row: another tab, or the spreadsheet itself';
  return added === rows && removed === 0 ? 'Rows on Activity: all of them are new' : 'Rows on Activity';
}

const whenOf = ([day, minute]: Run): string => momentText({ day, minute });
