import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { localeRules } from '../../../lambdas/domain/cells/locale.ts';
import { eligibleDays, readCalendar } from '../../../lambdas/domain/days/calendar.ts';
import { readTeam, type TeamMember } from '../../../lambdas/domain/inputs/team.ts';
import { day } from '../../support/rows.ts';

const LOCALE = localeRules('nl_NL');
const TEAM = readTeam(
  [
    ['Rep', 'Aliases', 'Segment', 'Work days', 'Start date', 'End date'],
    ['Jane', 'JD', 'Inside'],
    ['Fred', '', 'Field', 'Mon-Thu', day('2026-11-10'), day('2026-11-25')],
  ],
  LOCALE,
).team;
const [JANE, FRED] = TEAM.members;
const read = (...rows: readonly Cell[][]) => readCalendar([['Date', 'Rep or Segment', 'Kind'], ...rows], LOCALE, TEAM);
const days = (member: TeamMember | undefined, rows: readonly Cell[][], from: string, to: string): number =>
  eligibleDays(member, read(...rows).calendar, day(from), day(to));

describe('the Calendar tab', () => {
  test('names everyone, a segment or a rep', () => {
    const rows = [
      ['25-12-2026'],
      [46342, 'everyone', 'HOLIDAY'],
      [46342, 'field', 'Half-day'],
      [46342, 'jd', 'half  day'],
      [46342, 'Jane', 'Leave'],
    ];
    expect(read(...rows)).toEqual({
      problems: [],
      calendar: [
        { day: day('2026-12-25'), kind: 'Holiday' },
        { day: 46342, kind: 'Holiday' },
        { day: 46342, who: 'Field', kind: 'Half day' },
        { day: 46342, who: 'Jane', kind: 'Half day' },
        { day: 46342, who: 'Jane', kind: 'Leave' },
      ],
    });
  });

  test.each<[Cell[], string, string, string]>([
    [['', 'Jane', 'Leave'], 'Calendar!A2', 'a date', 'nothing'],
    [['Christmas'], 'Calendar!A2', 'a date', 'Christmas'],
    [[46342, 'Jane', 'Party'], 'Calendar!C2', 'Holiday, Leave or Half day', 'Party'],
    [[46342, 'Nobody'], 'Calendar!B2', 'a rep of the Team tab, Inside, Field, or blank for everyone', 'Nobody'],
    [
      [46342, 'constructor'],
      'Calendar!B2',
      'a rep of the Team tab, Inside, Field, or blank for everyone',
      'constructor',
    ],
    [[46342, '__proto__'], 'Calendar!B2', 'a rep of the Team tab, Inside, Field, or blank for everyone', '__proto__'],
    [[46342, '', 'toString'], 'Calendar!C2', 'Holiday, Leave or Half day', 'toString'],
  ])('lists %j', (row, address, expected, got) => {
    expect(read(row)).toEqual({ calendar: [], problems: [{ address, expected, got }] });
  });
});

describe('eligible days', () => {
  // November 2026 begins on a Sunday.
  test.each<[string, TeamMember | undefined, Cell[][], string, string, number]>([
    ['a week', JANE, [], '2026-11-16', '2026-11-23', 5],
    ['a weekend', JANE, [], '2026-11-21', '2026-11-23', 0],
    ['no day', JANE, [], '2026-11-16', '2026-11-16', 0],
    ['somebody who is not on Team', undefined, [], '2026-11-16', '2026-11-23', 5],
    ['four days a week', FRED, [], '2026-11-16', '2026-11-23', 4],
    ['the week of the start date, a Tuesday', FRED, [], '2026-11-09', '2026-11-16', 3],
    ['the week of the end date, a Wednesday', FRED, [], '2026-11-23', '2026-11-30', 3],
    ['before the start', FRED, [], '2026-11-02', '2026-11-09', 0],
    ['a holiday', JANE, [[day('2026-11-18')]], '2026-11-16', '2026-11-23', 4],
    ['a holiday on a day off', FRED, [[day('2026-11-20')]], '2026-11-16', '2026-11-23', 4],
    ['a holiday of the other segment', JANE, [[day('2026-11-18'), 'Field']], '2026-11-16', '2026-11-23', 5],
    ['leave of her own', JANE, [[day('2026-11-18'), 'Jane', 'Leave']], '2026-11-16', '2026-11-23', 4],
    ['leave of another', FRED, [[day('2026-11-18'), 'Jane', 'Leave']], '2026-11-16', '2026-11-23', 4],
    ['a half day', JANE, [[day('2026-11-18'), 'Inside', 'Half day']], '2026-11-16', '2026-11-23', 4.5],
    [
      'a half day within leave',
      JANE,
      [
        [day('2026-11-18'), 'Jane', 'Half day'],
        [day('2026-11-18'), 'Jane', 'Leave'],
      ],
      '2026-11-16',
      '2026-11-23',
      4,
    ],
    ['twice the same holiday', JANE, [[day('2026-11-18')], [day('2026-11-18'), 'Jane']], '2026-11-16', '2026-11-23', 4],
    [
      'two half days are still one half',
      JANE,
      [
        [day('2026-11-18'), '', 'Half day'],
        [day('2026-11-18'), 'Jane', 'Half day'],
      ],
      '2026-11-16',
      '2026-11-23',
      4.5,
    ],
    ['a clock change', JANE, [], '2026-10-19', '2026-11-02', 10],
  ])('%s', (_, member, rows, from, to, expected) => {
    expect(days(member, rows, from, to)).toBe(expected);
  });

  test('are what Intl calls Monday to Friday', () => {
    const weekday = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' });
    fc.assert(
      fc.property(fc.integer({ min: 40_000, max: 60_000 }), fc.integer({ min: 0, max: 40 }), (from, length) => {
        const worked = Array.from({ length }, (_, i) => weekday.format((from + i - 25569) * 86_400_000));
        const expected = worked.filter((name) => !name.startsWith('S')).length;
        expect(eligibleDays(undefined, [], from, from + length)).toBe(expected);
      }),
    );
  });
});
