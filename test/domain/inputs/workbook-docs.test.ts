import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Column } from '../../../lambdas/domain/cells/columns.ts';
import { CALENDAR_COLUMNS } from '../../../lambdas/domain/days/calendar.ts';
import { DRILLS_COLUMNS } from '../../../lambdas/domain/inputs/drills.ts';
import { GOALS_COLUMNS } from '../../../lambdas/domain/inputs/goals.ts';
import { MEETINGS_COLUMNS } from '../../../lambdas/domain/inputs/meetings.ts';
import { OUTCOMES_COLUMNS } from '../../../lambdas/domain/inputs/outcomes.ts';
import { SETTINGS, SETTINGS_COLUMNS } from '../../../lambdas/domain/inputs/settings.ts';
import { TEAM_COLUMNS } from '../../../lambdas/domain/inputs/team.ts';
import { ACTIVITY_COLUMNS, CHECK_COLUMN } from '../../../lambdas/domain/rows/activity-columns.ts';
import { PROBLEMS } from '../../../lambdas/domain/rows/row-problem.ts';
import { TAB_NAMES } from '../../../lambdas/tabs/tab-names.ts';

const DOC = readFileSync(new URL('../../../docs/workbook.md', import.meta.url), 'utf8');

/** From a heading to the next one of any level. */
function section(heading: string): string {
  const lines = DOC.split('\n');
  const from = lines.findIndex((line) => line.startsWith('#') && line.replace(/^#+ /, '') === heading);
  if (from < 0) throw new Error(`docs/workbook.md has no heading "${heading}"`);
  const to = lines.findIndex((line, at) => at > from && line.startsWith('#'));
  return lines.slice(from + 1, to < 0 ? undefined : to).join('\n');
}

/** The rows of the first table of a section, without its head. */
function rowsOf(heading: string): string[][] {
  const [table = ''] = /(?:^\|.*\n)+/m.exec(section(heading)) ?? [];
  const rows = table.trim().split('\n').slice(2);
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const firstCells = (heading: string): string[] => rowsOf(heading).flatMap(([first = '']) => first.split(', '));

describe('docs/workbook.md names what the code reads and writes', () => {
  test.each<[tab: string, columns: readonly Column<string>[]]>([
    ['Activity', [...ACTIVITY_COLUMNS, CHECK_COLUMN]],
    ['Team', TEAM_COLUMNS],
    ['Goals', GOALS_COLUMNS],
    ['Outcomes', OUTCOMES_COLUMNS],
    ['Calendar', CALENDAR_COLUMNS],
    ['Drills', DRILLS_COLUMNS],
    ['Meetings', MEETINGS_COLUMNS],
  ])('every column of %s, with its aliases, and no other', (tab, columns) => {
    const told = rowsOf(tab).filter(([name]) => name !== 'a column per rep of Team');
    expect(told.map(([name, aliases]) => [name, aliases])).toEqual(
      columns.map(({ name, aliases = [], required }) => [required ? `**${name}**` : name, aliases.join(', ')]),
    );
  });

  test('every setting, and the two columns they stand in', () => {
    expect(firstCells('Settings')).toEqual(Object.values(SETTINGS).map(({ name }) => name));
    for (const { name } of SETTINGS_COLUMNS) expect(section('Settings')).toContain(`\`${name}\``);
  });

  test('every problem of a row', () => {
    const told = firstCells('What is rejected, flagged and held').filter((cell) => cell !== '(after today)');
    expect([...told].sort()).toEqual(Object.keys(PROBLEMS).sort());
  });

  test('every report tab, in its order', () => {
    expect(firstCells('What the report tabs tell')).toEqual([...TAB_NAMES]);
  });
});
