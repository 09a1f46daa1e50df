import { beginningOf } from '../../domain/cells/name-cell.ts';
import { phrase } from '../../domain/cells/phrase.ts';
import { UNDATED } from '../../domain/days/day.ts';
import { NEAR_DUPLICATES_LISTED } from '../../domain/rows/quality.ts';
import { PROBLEMS, type ProblemKind } from '../../domain/rows/row-problem.ts';
import { type Block, NO_BLOCK, rowsOnly } from '../block.ts';
import { count, linked, plural, text } from '../cells.ts';
import { longDate } from '../dates.ts';
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
export function unknownOutcomesBlock({ quality, links, rules }: ReportFigures): Block {
  if (quality.unknownOutcomes.length === 0) return NO_BLOCK;
  const todo = 'No line of the list held on the day of these rows, so they count as MSIs.';
  return rowsOnly([
    [text('Outcomes to classify', 'heading')],
    [linked(text(todo, 'muted'), cellLink(links, 'Outcomes!A1'))],
    headRow(['Outcome', 'Rows', 'What to do'], ['Rows']),
    ...quality.unknownOutcomes
      .slice(0, LISTED)
      .map(([outcome, rows]) => [text(outcome), count(rows), text(whatToDo(outcome, rules))]),
  ]);
}

/** An outcome may be on the list already, from a later day. */
function whatToDo(outcome: string, { outcomes }: ReportFigures['rules']): string {
  const lines = outcomes.filter((line) => phrase(line.outcome) === phrase(outcome));
  if (lines.length === 0) return 'Add it to the tab Outcomes: Meaningful or Not meaningful';
  const first = Math.min(...lines.map(({ from }) => from ?? UNDATED));
  return `On the list from ${longDate(first)} only; the rows before count as MSIs`;
}

const LISTED = 50;
const CELLS_LISTED = 200;

export function nearDuplicatesBlock({ quality }: ReportFigures): Block {
  if (quality.nearDuplicates.length === 0) return NO_BLOCK;
  const listed = quality.nearDuplicates.slice(0, NEAR_DUPLICATES_LISTED);
  const more = quality.nearDuplicates.length - listed.length + (quality.nearDuplicatesMore ?? 0);
  return rowsOnly([
    [text('Prospects that may be the same', 'heading')],
    [text('They count as different prospects. If they are one, spell them alike on Activity.', 'muted')],
    headRow(['Spellings']),
    ...listed.map((names) => [text(names.join('  ·  '))]),
    ...(more > 0 ? [[text(`${plural(more, 'group')} not listed here.`, 'muted')]] : []),
  ]);
}

export function settingsProblemsBlock({ rules, links }: ReportFigures): Block {
  if (rules.problems.length === 0) return NO_BLOCK;
  const more = rules.problems.length - CELLS_LISTED;
  return rowsOnly([
    [text("Cells of the settings tabs that can't be used", 'heading')],
    headRow(['Cell', 'Typed', 'Expected']),
    ...rules.problems
      .slice(0, CELLS_LISTED)
      .map(({ address, got, expected }) => [
        linked(text(address), cellLink(links, address)),
        text(beginningOf(got)),
        text(expected),
      ]),
    ...(more > 0 ? [[text(`${plural(more, 'cell')} not listed here.`, 'muted')]] : []),
  ]);
}
