import type { Grid } from '../cells/cell.ts';
import type { Column } from '../cells/columns.ts';
import { readDate } from '../cells/date-cell.ts';
import type { LocaleRules } from '../cells/locale.ts';
import { readMoney } from '../cells/money-cell.ts';
import { nameOf } from '../cells/name-cell.ts';
import { phrase } from '../cells/phrase.ts';
import { readTable, type SettingsProblem, textOf } from '../cells/table.ts';
import type { Day } from '../days/day.ts';
import type { Team } from './team.ts';

export const PERIODS = ['Month', 'Quarter', 'Year'] as const;
export type Period = (typeof PERIODS)[number];

export interface Goal {
  /** Absent = the team. */
  readonly rep?: string;
  readonly start: Day;
  readonly period: Period;
  /** Minor units. */
  readonly revenue: number;
}

type Field = 'rep' | 'start' | 'period' | 'revenue';
export const GOALS_COLUMNS: readonly Column<Field>[] = [
  { field: 'rep', name: 'Rep', aliases: ['Salesperson', 'Owner', 'Agent'] },
  { field: 'start', name: 'Period start', required: true },
  { field: 'period', name: 'Period' },
  { field: 'revenue', name: 'Revenue goal', aliases: ['Goal'], required: true },
];
const periods: ReadonlyMap<string, Period> = new Map([
  ['', 'Month'],
  ...PERIODS.map((period): [string, Period] => [phrase(period), period]),
]);

/** The Goals tab; what can't be used is left out and listed. */
export function readGoals(
  grid: Grid | undefined,
  locale: LocaleRules,
  team: Team,
  minorDigits: number,
): { goals: readonly Goal[]; problems: SettingsProblem[] } {
  const table = readTable('Goals', grid, GOALS_COLUMNS);
  const problems: SettingsProblem[] = [...table.problems];
  const goals: Goal[] = [];
  for (const row of table.rows) {
    const start = readDate(row.cells.start, locale.dateOrder, locale.monthNames);
    const period = periods.get(phrase(textOf(row.cells.period)));
    const revenue = readMoney(row.cells.revenue, locale.decimal, minorDigits);
    const name = nameOf(row.cells.rep);
    const rep = team.names.get(phrase(name)) ?? (team.exists || name === '' ? undefined : name);
    const bad = (field: Field, expected: string): void => {
      problems.push({ address: row.address(field), expected, got: textOf(row.cells[field]) || 'nothing' });
    };
    if (!('day' in start)) bad('start', 'the first day of the period');
    else if (!period) bad('period', 'Month, Quarter or Year');
    else if (!('minor' in revenue)) bad('revenue', 'an amount');
    else if (name !== '' && !rep) bad('rep', 'a rep of the Team tab, or blank for the team');
    else goals.push({ start: start.day, period, revenue: revenue.minor, ...(rep && { rep }) });
  }
  return { goals, problems };
}
