import { describe, expect, test } from 'vitest';
import { attendants } from '../../../lambdas/domain/agenda/attendants.ts';
import { rulesOf } from '../../../lambdas/domain/inputs/rules.ts';
import { inputsWith, serial } from '../../support/trees.ts';
import { Rollups } from '../../support/week-rollups.ts';

const CURRENT = serial('2026-02-02');
const TEAM = [
  ['Rep', 'Segment', 'Start date', 'End date'],
  ['zoe', 'Inside'],
  ['Bob', 'Inside', serial('2026-02-03')],
  ['Al', 'Inside', '', serial('2026-02-03')],
  ['Mia', 'Field'],
];
const weeks = new Rollups()
  .on('2026-02-02', 'Cy', { rows: 1 })
  .on('2026-01-12', 'Ann', { rows: 1 })
  .on('2026-01-05', 'Old', { rows: 1 }).weeks;
const meeting = (team: (string | number)[][] | undefined, segment: 'Inside' | 'Field' | '', day: number) => {
  const figures = {
    ...{ rules: rulesOf(inputsWith(team ? { Team: team } : {})), weeks, current: CURRENT, today: CURRENT },
    openDeals: [{ lastReps: ['r:bea', 'u'] }, { lastReps: ['r:cy'] }],
    standards: {},
    names: { 'r:cy': 'CY', 'r:ann': 'Ann' },
  };
  return attendants(figures as never, segment, day); // of a deal it looks at who worked it last, of standards at nothing
};
const names = (...given: Parameters<typeof meeting>) => meeting(...given).map(({ name }) => name);

describe('who belongs to a meeting', () => {
  test.each([
    ['2026-02-02', ['Al', 'zoe']],
    ['2026-02-03', ['Al', 'Bob', 'zoe']],
    ['2026-02-04', ['Bob', 'zoe']],
  ])('of the inside reps on %s: who is on the team that day, by name', (day, expected) => {
    expect(names(TEAM, 'Inside', serial(day))).toEqual(expected);
    expect(names(TEAM, 'Field', serial(day))).toEqual(['Mia']);
  });

  test('goes by the key and the entry of Team', () => {
    expect(meeting(TEAM, 'Field', CURRENT)).toMatchObject([
      { key: 'r:mia', name: 'Mia', member: { segment: 'Field' } },
    ]);
  });

  test('without Team: who typed rows in four weeks or has an open deal, as they are spelled', () => {
    expect(meeting(undefined, '', CURRENT)).toEqual([
      { key: 'r:ann', name: 'Ann' },
      { key: 'r:bea', name: 'bea' },
      { key: 'r:cy', name: 'CY' },
    ]);
  });
});
