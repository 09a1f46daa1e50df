import { isoOf, UNDATED } from '../../domain/days/day.ts';
import { FIELD_NAMES, PROBLEMS, type RowProblem } from '../../domain/rows/row-problem.ts';
import { REJECTED_VIEW_ID } from '../activity-views.ts';
import { type Block, NO_BLOCK, rowsOnly } from '../block.ts';
import { linked, plural, text } from '../cells.ts';
import type { ReportFigures } from '../report-figures.ts';
import { viewLink } from '../sheet-links.ts';
import { headRow } from './head-row.ts';

/** "each rejected row is listed (the newest 500 in the sheet)" */
export function rejectedBlock({ quality, links }: ReportFigures): Block {
  if (quality.rejectedRows.length === 0) return NO_BLOCK;
  const more = quality.rejected - quality.rejectedRows.length;
  return rowsOnly([
    [text('Rejected rows, newest first', 'heading')],
    [
      linked(
        text('Show them in place on Activity: mend the cells, and they count.', 'muted'),
        viewLink(links, links.views ? REJECTED_VIEW_ID : undefined),
      ),
    ],
    ...(more > 0 ? [[text(`${plural(more, 'older row')} not listed here.`, 'muted')]] : []),
    headRow(['Date', 'Rep', 'Prospect', 'Activity', 'Problem', 'Typed -> expected']),
    ...quality.rejectedRows.map((row) => [
      row.day === UNDATED ? text('–', 'muted') : text(isoOf(row.day)),
      text(row.rep),
      text(row.prospect),
      text(row.activity),
      text(row.problems.map(({ kind }) => kind).join(', ')),
      text(row.problems.map(typedAndExpected).join('; ')),
    ]),
  ]);
}

function typedAndExpected({ kind, got }: RowProblem): string {
  const { field, expected } = PROBLEMS[kind];
  return `${FIELD_NAMES[field]}: ${got || 'nothing'} -> ${expected}`;
}
