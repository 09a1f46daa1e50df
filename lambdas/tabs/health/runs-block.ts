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
        `Reads that found the sheet changed, newest first, ${RUNS_KEPT} at most (${rules.timeZone}). An edited row is one removed and one added.`,
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
  const what = added === 0 && removed === 0 ? 'No row: another tab, or the spreadsheet itself' : 'Rows on Activity';
  return [text(whenOf(run)), count(rows), count(added), count(removed), text(what)];
}

const whenOf = ([day, minute]: Run): string => momentText({ day, minute });
