import { PROBLEMS, type ProblemKind } from '../../domain/rows/row-problem.ts';
import { type Block, NO_BLOCK, rowsOnly } from '../block.ts';
import { count, linked, text } from '../cells.ts';
import type { ReportFigures } from '../report-figures.ts';
import { cellLink } from '../sheet-links.ts';
import { headRow } from './head-row.ts';

const isRejected = (kind: ProblemKind): boolean => PROBLEMS[kind].severity === 'rejected';

/** What is wrong with rows, the rejected first. */
export function problemsBlock({ quality }: ReportFigures): Block {
  const problems = Object.entries(quality.problems) as [ProblemKind, number][]; // keys of Quality.problems
  if (problems.length === 0) return NO_BLOCK;
  const order = problems.sort(([a, n], [b, m]) => Number(isRejected(b)) - Number(isRejected(a)) || m - n);
  return rowsOnly([
    [text('Problems', 'heading')],
    headRow(['Problem', 'Rows', 'Effect', 'What to do'], ['Rows']),
    ...order.map(([kind, rows]) => [
      text(kind),
      count(rows),
      text(isRejected(kind) ? 'rejected' : 'counted, flagged', isRejected(kind) ? 'bad' : 'muted'),
      text(PROBLEMS[kind].advice),
    ]),
  ]);
}

/** "An outcome on no list counts and is queued for the manager to classify." */
export function unknownOutcomesBlock({ quality, links }: ReportFigures): Block {
  if (quality.unknownOutcomes.length === 0) return NO_BLOCK;
  const todo = 'On no list, so they count as MSIs. Add each to the tab Outcomes as Meaningful or Not meaningful.';
  return rowsOnly([
    [text('Outcomes to classify', 'heading')],
    [linked(text(todo, 'muted'), cellLink(links, 'Outcomes!A1'))],
    headRow(['Outcome', 'Rows'], ['Rows']),
    ...quality.unknownOutcomes.slice(0, LISTED).map(([outcome, rows]) => [text(outcome), count(rows)]),
  ]);
}

const LISTED = 50;

export function nearDuplicatesBlock({ quality }: ReportFigures): Block {
  if (quality.nearDuplicates.length === 0) return NO_BLOCK;
  return rowsOnly([
    [text('Prospects that may be the same', 'heading')],
    [text('They count as different prospects. If they are one, spell them alike on Activity.', 'muted')],
    headRow(['Spellings']),
    ...quality.nearDuplicates.slice(0, LISTED).map((names) => [text(names.join('  ·  '))]),
  ]);
}

export function settingsProblemsBlock({ rules, links }: ReportFigures): Block {
  if (rules.problems.length === 0) return NO_BLOCK;
  return rowsOnly([
    [text("Cells of the settings tabs that can't be used", 'heading')],
    headRow(['Cell', 'Typed', 'Expected']),
    ...rules.problems.map(({ address, got, expected }) => [
      linked(text(address), cellLink(links, address)),
      text(got),
      text(expected),
    ]),
  ]);
}
