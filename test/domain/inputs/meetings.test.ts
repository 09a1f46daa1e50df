import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { localeRules } from '../../../lambdas/domain/cells/locale.ts';
import { readMeetings } from '../../../lambdas/domain/inputs/meetings.ts';
import { readTeam } from '../../../lambdas/domain/inputs/team.ts';
import { day } from '../../support/rows.ts';

const LOCALE = localeRules('en_GB');
const TEAM = readTeam(
  [
    ['Rep', 'Email', 'Aliases', 'Segment'],
    ['Jane', 'jane@example.com', 'JD', 'Inside'],
    ['Fred', 'fred@example.com', '', 'Field'],
    ['-', '', '', 'Field'],
  ],
  LOCALE,
).team;
const HEADER = ['Date', 'Segment', 'Held', 'Minutes', 'Drill', 'Jane', 'Fred'];
const MONDAY = day('2026-11-16');
const readGrid = (grid: readonly (readonly Cell[])[]) => readMeetings(grid, LOCALE, TEAM);
const read = (...rows: readonly Cell[][]) => readGrid([HEADER, ...rows]);

describe('the Meetings tab', () => {
  test('of one day in order of segments, a meeting of everyone first', () => {
    const segments = ['Inside', '', 'Field', 'Inside', ''];
    const { meetings } = read(...segments.map((segment): Cell[] => [MONDAY, segment, 'Yes']), [
      MONDAY - 1,
      'Inside',
      'Yes',
    ]);
    expect(meetings.map(({ segment }) => segment)).toEqual(['Inside', '', '', 'Field', 'Inside', 'Inside']);
  });

  test('tells when a segment met, how long, what it drilled and what each rep said aloud', () => {
    const rows = [
      [MONDAY + 1, 'field', 'No'],
      [MONDAY, 'Inside', 'Yes', 18, 'Five whys', 7, '0'],
    ];
    const stated = new Map([
      ['r:jane', 7],
      ['r:fred', 0],
    ]);
    expect(read(...rows)).toEqual({
      problems: [],
      meetings: [
        { day: MONDAY, segment: 'Inside', held: true, minutes: 18, drill: 'Five whys', stated },
        { day: MONDAY + 1, segment: 'Field', held: false, stated: new Map() },
      ],
    });
  });

  test.each<[string, Cell[], boolean]>([
    ['a ticked box', [MONDAY, 'Inside', true], true],
    ['an empty box', [MONDAY, 'Inside', false], false],
    ['nothing', [MONDAY, 'Inside'], false],
    ['nothing, but it took a while', [MONDAY, 'Inside', '', 20], true],
    ['nothing, but somebody said a number', [MONDAY, 'Inside', '', '', '', 3], true],
    ['nothing, but a drill was planned', [MONDAY, 'Inside', '', '', 'Five whys'], false],
    ['No, in spite of minutes', [MONDAY, 'Inside', 'no', 20], false],
  ])('%s in Held', (_, row, held) => {
    expect(read(row).meetings[0]?.held).toBe(held);
  });

  test('a blank segment is everyone', () => {
    expect(read([MONDAY, '', 'Yes'], [MONDAY + 1, 'Everyone', 'Yes']).meetings.map(({ segment }) => segment)).toEqual([
      '',
      '',
    ]);
  });

  test('finds reps by e-mail and alias, in any order, and leaves other columns alone', () => {
    const grid = [
      ['fred@example.com', 'Weather', 'j d', 'Day', '', ''],
      [4, 'rain', 5, MONDAY, 'x', 'y'],
    ];
    const { meetings, problems } = readGrid(grid);
    expect(problems).toEqual([]);
    expect(Object.fromEntries(meetings[0]?.stated ?? [])).toEqual({ 'r:jane': 5, 'r:fred': 4 });
  });

  test.each<[Cell[], string, string, string]>([
    [['', 'Inside', 'Yes'], 'Meetings!A2', 'a date', 'nothing'],
    [['soon', 'Inside', 'Yes'], 'Meetings!A2', 'a date', 'soon'],
    [[MONDAY, 'Outside', 'Yes'], 'Meetings!B2', 'Inside, Field, or blank for everyone', 'Outside'],
    [[MONDAY, 'constructor', 'Yes'], 'Meetings!B2', 'Inside, Field, or blank for everyone', 'constructor'],
    [[MONDAY, 'Inside', 'perhaps'], 'Meetings!C2', 'Yes or No', 'perhaps'],
  ])('leaves out and lists %j', (row, address, expected, got) => {
    expect(read(row)).toEqual({ meetings: [], problems: [{ address, expected, got }] });
  });

  test.each<[Cell[], string, string]>([
    [[MONDAY, 'Inside', 'Yes', 'long'], 'Meetings!D2', 'whole minutes up to 600'],
    [[MONDAY, 'Inside', 'Yes', 20, '', 7.5], 'Meetings!F2', 'a whole number of MSIs'],
    [[MONDAY, 'Inside', 'Yes', 20, '', 7, -1], 'Meetings!G2', 'a whole number of MSIs'],
    [[MONDAY, 'Inside', 'Yes', 20, '', 7, 'some'], 'Meetings!G2', 'a whole number of MSIs'],
  ])('keeps the meeting of %j and lists the cell', (row, address, expected) => {
    const { meetings, problems } = read(row);
    expect(meetings).toHaveLength(1);
    expect(problems.map((problem) => [problem.address, problem.expected])).toEqual([[address, expected]]);
  });

  test('two columns of one rep without the rep’s own name are refused, with a name they win', () => {
    expect(readGrid([['Date', 'JD', 'jane@example.com'], [MONDAY]]).problems[0]?.stop).toContain('mean Jane');
    const { meetings } = readGrid([
      ['Date', 'JD', 'Jane'],
      [MONDAY, 1, 2],
    ]);
    expect(meetings[0]?.stated.get('r:jane')).toBe(2);
  });

  test('a rep who is called like one of our columns does not take it', () => {
    const { team } = readTeam([['Rep'], ['Drill'], ['Held']], LOCALE);
    const { meetings } = readMeetings(
      [
        ['Date', 'Held', 'Drill'],
        [MONDAY, 'Yes', 'Five whys'],
      ],
      LOCALE,
      team,
    );
    expect(meetings).toEqual([{ day: MONDAY, segment: '', held: true, drill: 'Five whys', stated: new Map() }]);
  });

  test('is optional', () => {
    expect(readMeetings(undefined, LOCALE, TEAM)).toEqual({ meetings: [], problems: [] });
  });
});
