import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { localeRules } from '../../../lambdas/domain/cells/locale.ts';
import { readGoals } from '../../../lambdas/domain/inputs/goals.ts';
import { readTeam } from '../../../lambdas/domain/inputs/team.ts';
import { day } from '../../support/rows.ts';

const LOCALE = localeRules('nl_NL');
const TEAM = readTeam(
  [
    ['Rep', 'Aliases'],
    ['Jane', 'JD'],
  ],
  LOCALE,
).team;
const read = (...rows: readonly Cell[][]) =>
  readGoals([['Rep', 'Period start', 'Period', 'Revenue goal'], ...rows], LOCALE, TEAM, 2);

describe('the Goals tab', () => {
  test('holds goals of the team and of reps', () => {
    const start = day('2026-11-01');
    expect(
      read(['', '1-11-2026', '', 50000], ['jd', start, 'QUARTER', '€ 3.500,00'], ['Jane', start, 'year', 0]),
    ).toEqual({
      problems: [],
      goals: [
        { start, period: 'Month', revenue: 5_000_000 },
        { rep: 'Jane', start, period: 'Quarter', revenue: 350_000 },
        { rep: 'Jane', start, period: 'Year', revenue: 0 },
      ],
    });
  });

  test.each<[Cell[], string, string, string]>([
    [['', '', '', 1], 'Goals!B2', 'the first day of the period', 'nothing'],
    [['', 46342, 'Week', 1], 'Goals!C2', 'Month, Quarter or Year', 'Week'],
    [['', 46342, 'constructor', 1], 'Goals!C2', 'Month, Quarter or Year', 'constructor'],
    [['', 46342, '__proto__', 1], 'Goals!C2', 'Month, Quarter or Year', '__proto__'],
    [['', 46342, '', ''], 'Goals!D2', 'an amount', 'nothing'],
    [['', 46342, '', '12k'], 'Goals!D2', 'an amount', '12k'],
    [['Nobody', 46342, '', 1], 'Goals!A2', 'a rep of the Team tab, or blank for the team', 'Nobody'],
    [['constructor', 46342, '', 1], 'Goals!A2', 'a rep of the Team tab, or blank for the team', 'constructor'],
  ])('lists %j', (row, address, expected, got) => {
    expect(read(row)).toEqual({ goals: [], problems: [{ address, expected, got }] });
  });

  test('takes a rep by name where there is no Team tab', () => {
    const { goals } = readGoals(
      [
        ['Salesperson', 'Period start', 'Goal'],
        ['Jane', 46342, 5],
      ],
      LOCALE,
      readTeam(undefined, LOCALE).team,
      2,
    );
    expect(goals).toEqual([{ rep: 'Jane', start: 46342, period: 'Month', revenue: 500 }]);
  });
});
