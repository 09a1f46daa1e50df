import type { Grid } from '../cells/cell.ts';
import type { Column } from '../cells/columns.ts';
import { readDate } from '../cells/date-cell.ts';
import { isErrorCell } from '../cells/error-cell.ts';
import type { LocaleRules } from '../cells/locale.ts';
import { nameOf } from '../cells/name-cell.ts';
import { phrase } from '../cells/phrase.ts';
import { readTable, type SettingsProblem, textOf } from '../cells/table.ts';
import { COUNTS, type OutcomeRule } from './exclusion-list.ts';

type Field = 'outcome' | 'counts' | 'from';
export const OUTCOMES_COLUMNS: readonly Column<Field>[] = [
  { field: 'outcome', name: 'Outcome', aliases: ['Result', 'Disposition', 'Status'], required: true },
  { field: 'counts', name: 'Counts' },
  { field: 'from', name: 'From' },
];
const counted: ReadonlyMap<string, OutcomeRule['counts']> = new Map([
  ['', 'Not meaningful'],
  ...COUNTS.map((word): [string, OutcomeRule['counts']] => [phrase(word), word]),
]);

/** The Outcomes tab (the exclusion list); a blank Counts means Not meaningful, since the tab lists exclusions. */
export function readOutcomes(
  grid: Grid | undefined,
  locale: LocaleRules,
): { outcomes: readonly OutcomeRule[]; problems: SettingsProblem[] } {
  const table = readTable('Outcomes', grid, OUTCOMES_COLUMNS);
  const problems: SettingsProblem[] = [...table.problems];
  const outcomes: OutcomeRule[] = [];
  for (const row of table.rows) {
    const outcome = isErrorCell(row.cells.outcome) ? '' : nameOf(row.cells.outcome);
    const counts = counted.get(phrase(textOf(row.cells.counts)));
    const from = readDate(row.cells.from, locale.dateOrder, locale.monthNames);
    const bad = (field: Field, expected: string): void => {
      problems.push({ address: row.address(field), expected, got: textOf(row.cells[field]) || 'nothing' });
    };
    if (outcome === '') bad('outcome', 'an outcome');
    else if (!counts) bad('counts', 'Not meaningful or Meaningful');
    else if ('problem' in from && from.problem !== 'blank') bad('from', 'a date, or blank for always');
    else outcomes.push({ outcome, counts, ...('day' in from && { from: from.day }) });
  }
  return { outcomes, problems };
}
