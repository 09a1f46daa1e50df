import { describe, expect, test } from 'vitest';
import type { Cell, Grid } from '../../../lambdas/domain/cells/cell.ts';
import { tabOf } from '../../../lambdas/domain/cells/tab-rows.ts';
import { INPUT_TABS } from '../../../lambdas/domain/inputs/input-sheet-ids.ts';
import { rulesOf } from '../../../lambdas/domain/inputs/rules.ts';
import { SETTINGS } from '../../../lambdas/domain/inputs/settings.ts';
import { ACTIVITY_COLUMNS } from '../../../lambdas/domain/rows/activity-columns.ts';
import { activityHeader } from '../../../lambdas/domain/rows/activity-header.ts';
import { TAB_SPECS } from '../../../local/init/tab-specs.ts';

const SOMETHING: Readonly<Record<string, Cell>> = {
  ...{ rep: 'Ann', date: 46_300, start: 46_300, revenue: 1000, outcome: 'Interested', drill: 'Aloud' },
};

/** What no two rows may share. */
const UNIQUE = new Set(['Drills drill', 'Team rep']);

const problemsOf = (tabs: Readonly<Record<string, Grid>>) =>
  rulesOf({ title: 'Sales', locale: 'en_GB', timeZone: 'Europe/London', tabs }).problems;

describe('the tabs as they are set up', () => {
  test('are those that are read, in their order', () => {
    expect(TAB_SPECS.map(({ name }) => name)).toEqual(INPUT_TABS);
  });

  test('have headers that the reader of activities finds', () => {
    const [activity] = TAB_SPECS;
    const header = activityHeader(tabOf([(activity?.columns ?? []).map(({ name }) => name)]));
    if ('message' in header) throw new Error(header.message);
    expect(header.columns.filter((column) => column >= 0)).toHaveLength(ACTIVITY_COLUMNS.length);
    expect(header.checkColumn).toBe(6);
  });

  test('begin with rows that the readers take', () => {
    const grid = ({ columns, rows }: (typeof TAB_SPECS)[number]): Grid => [
      columns.map(({ name }) => name),
      ...(rows?.make({ timeZone: 'Europe/London' }) ?? []).map((row) => columns.map(({ field }) => row[field])),
    ];
    const tabs = Object.fromEntries(TAB_SPECS.slice(1).map((spec) => [spec.name, grid(spec)]));
    expect(problemsOf(tabs)).toEqual([]);
    expect(tabs.Settings).toHaveLength(1 + Object.keys(SETTINGS).length);
  });

  test.each(TAB_SPECS.slice(1).flatMap((spec) => spec.columns.map((column) => ({ spec, column }))))(
    'offer only what is taken: $spec.name, $column.name',
    ({ spec, column }) => {
      const choices = column.takes?.kind === 'list' ? column.takes.choices : [];
      const names = spec.columns.map(({ name }) => name);
      const rows = choices.map((choice, at) =>
        spec.columns.map(({ field }) =>
          field === column.field ? choice : UNIQUE.has(`${spec.name} ${field}`) ? `Ann ${at}` : SOMETHING[field],
        ),
      );
      expect(problemsOf({ Team: [['Rep'], ['Ann']], [spec.name]: [names, ...rows] })).toEqual([]);
    },
  );

  test('offer for a setting only values that it accepts', () => {
    const { rows } = TAB_SPECS.find(({ name }) => name === 'Settings') ?? {};
    for (const row of rows?.make({ timeZone: 'Europe/London' }) ?? []) {
      const takes = rows?.takes?.(row)?.takes;
      const values = takes?.kind === 'list' ? takes.choices : takes?.kind === 'number' ? takes.limits : [];
      for (const value of values)
        expect(
          problemsOf({
            Settings: [
              ['Setting', 'Value'],
              [row.setting, value],
            ],
          }),
          `${row.setting}`,
        ).toEqual([]);
    }
  });
});
