import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { localeRules } from '../../../lambdas/domain/cells/locale.ts';
import { readTeam } from '../../../lambdas/domain/inputs/team.ts';
import { day } from '../../support/rows.ts';

const HEADER = ['Rep', 'Email', 'Aliases', 'Segment', 'Manager', 'Start date', 'End date', 'Work days', 'Hours a week'];
const read = (...rows: readonly Cell[][]) => readTeam([HEADER, ...rows], localeRules('nl_NL'));
const namesOf = (...rows: readonly Cell[][]) => Object.fromEntries(read(...rows).team.names);

describe('the Team tab', () => {
  test('is read as typed', () => {
    const jane = ['Jane Doe', 'Jane@Example.com', 'JD; Janey', 'inside', 'Maria', 46342, '31-12-2026', 'Mon-Thu', 32];
    expect(read(jane, [' Fred ', null, '', 'FIELD'])).toEqual({
      problems: [],
      team: {
        exists: true,
        members: [
          {
            name: 'Jane Doe',
            segment: 'Inside',
            manager: 'Maria',
            start: day('2026-11-16'),
            end: day('2026-12-31'),
            hoursAWeek: 32,
            workDays: [1, 2, 3, 4],
          },
          { name: 'Fred', segment: 'Field', workDays: [1, 2, 3, 4, 5] },
        ],
        names: new Map([
          ['jane doe', 'Jane Doe'],
          ['fred', 'Fred'],
          ['jane@example.com', 'Jane Doe'],
          ['jd', 'Jane Doe'],
          ['janey', 'Jane Doe'],
        ]),
      },
    });
  });

  test.each([undefined, [], [HEADER], [HEADER, [null, '']]])('that names nobody is no team', (grid) => {
    expect(readTeam(grid, localeRules('en'))).toEqual({
      team: { exists: false, members: [], names: new Map() },
      problems: [],
    });
  });

  test.each(['Rep', 'Salesperson', 'Owner', 'Agent'])('may call its reps %s', (header) => {
    expect(
      readTeam(
        [
          [header, 'E-mail'],
          ['Jane', 'j@example.com'],
        ],
        localeRules('en'),
      ).team.names,
    ).toEqual(
      new Map([
        ['jane', 'Jane'],
        ['j@example.com', 'Jane'],
      ]),
    );
  });

  test('may give a rep her own name as e-mail or alias', () => {
    expect(read(['j@example.com', 'j@example.com', 'J@Example.com, j@example.com']).problems).toEqual([]);
  });

  test('credits a name to who bears it, not to who has it as an alias', () => {
    const { team, problems } = read(['Fred', '', 'Jane'], ['Jane']);
    expect(team.names.get('jane')).toBe('Jane');
    expect(problems).toEqual([
      { address: 'Team!C2', expected: 'a name, e-mail or alias that Jane does not have already', got: 'Jane' },
    ]);
  });

  test.each([
    [
      'an alias of another',
      [
        ['Fred', '', 'boss'],
        ['Jane', '', 'BOSS'],
      ],
      'Team!C3',
      'Fred',
      'BOSS',
    ],
    [
      'the e-mail of another',
      [
        ['Fred', 'x@example.com'],
        ['Jane', 'X@example.com'],
      ],
      'Team!B3',
      'Fred',
      'X@example.com',
    ],
    ['a name twice', [['Jane'], ['Jane']], 'Team!A3', 'Jane', 'Jane'],
    ['a name twice, written otherwise', [['Jane'], ['JANE']], 'Team!A3', 'Jane', 'JANE'],
  ])('lists %s', (_, rows, address, owner, got) => {
    expect(read(...rows).problems).toEqual([
      { address, expected: `a name, e-mail or alias that ${owner} does not have already`, got },
    ]);
  });

  test('may say what a deal of a rep brings, in the currency', () => {
    const grid = (amount: Cell) => [
      ['Rep', 'Average deal'],
      ['Jane', amount],
    ];
    expect(readTeam(grid('€ 1.500,50'), localeRules('nl_NL')).team.members[0]?.averageDeal).toBe(150050);
    expect(readTeam(grid(1500), localeRules('ja_JP'), 0).team.members[0]?.averageDeal).toBe(1500);
    expect(readTeam(grid(''), localeRules('nl_NL'))).toMatchObject({ problems: [] });
    const { team, problems } = readTeam(grid('a lot'), localeRules('nl_NL'));
    expect(team.members).toStrictEqual([{ name: 'Jane', workDays: [1, 2, 3, 4, 5] }]);
    expect(problems).toEqual([{ address: 'Team!B2', expected: 'an amount', got: 'a lot' }]);
  });

  test('has no rep whose name a formula failed to give', () => {
    expect(read(['#REF!'], ['Fred'])).toMatchObject({
      team: { members: [{ name: 'Fred' }] },
      problems: [{ address: 'Team!A2', got: '#REF!' }],
    });
  });

  test('cuts aliases at , and ; alone, without their spaces', () => {
    expect(namesOf(['Jane', '', ' J. Doe ;, JD '])).toEqual({ jane: 'Jane', 'j. doe': 'Jane', jd: 'Jane' });
  });

  test('takes any name', () => {
    expect(namesOf(['__proto__', '', 'constructor'], ['🚀'], ['ירדן'], ['Ｊａｎｅ\u0007'])).toEqual(
      Object.fromEntries([
        ['__proto__', '__proto__'],
        ['🚀', '🚀'],
        ['ירדן', 'ירדן'],
        ['jane', 'Jane'],
        ['constructor', '__proto__'],
      ]),
    );
  });

  test.each<[string, Cell[], string, string, string]>([
    ['no name', ['', 'x@example.com'], 'Team!A2', 'the name of a rep', 'nothing'],
    ['a segment', ['Jane', '', '', 'constructor'], 'Team!D2', 'Inside or Field', 'constructor'],
    ['a start', ['Jane', '', '', '', '', 'soon'], 'Team!F2', 'a date', 'soon'],
    ['an end', ['Jane', '', '', '', '', '', '1/2/26'], 'Team!G2', 'a date', '1/2/26'],
    ['hours', ['Jane', '', '', '', '', '', '', '', 'many'], 'Team!I2', 'a number of hours', 'many'],
    ['days', ['Jane', '', '', '', '', '', '', 'x'], 'Team!H2', 'days such as Mon-Thu or Mon, Wed, Fri', 'x'],
  ])('lists %s that it can not use, and keeps the rest', (_, row, address, expected, got) => {
    const { team, problems } = read(row, ['Fred']);
    expect(problems).toEqual([{ address, expected, got }]);
    expect(team.members.at(-1)).toEqual({ name: 'Fred', workDays: [1, 2, 3, 4, 5] });
  });
});
