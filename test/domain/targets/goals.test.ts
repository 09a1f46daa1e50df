import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths } from '../../../lambdas/domain/targets/add-months.ts';
import { periodAround } from '../../../lambdas/domain/targets/goal-period.ts';
import { goalsOf } from '../../../lambdas/domain/targets/goals-of-period.ts';
import { sellersOf } from '../../../lambdas/domain/targets/sellers.ts';
import { serial } from '../../support/trees.ts';
import { rulesWith, teamTab } from '../../support/week-rollups.ts';

type GoalRows = Parameters<typeof rulesWith>[0];
const goals = (rows: GoalRows, tabs: Parameters<typeof rulesWith>[1] = { Team: teamTab('Ana', 'Ben', 'Cy') }) => {
  const rules = rulesWith(rows, tabs);
  return goalsOf(rules, sellersOf(rules, new Map(), []));
};
const days = (from: string, to: string) => ({ start: serial(from), end: serial(to) });
const NOVEMBER = days('2026-11-01', '2026-12-01'); // 21 weekdays
const Q4 = days('2026-10-01', '2027-01-01'); // 22 + 21 + 23 weekdays

describe('a goal', () => {
  test('is in proportion to eligible days: a holiday and leave move it to the other days', () => {
    const Calendar = [
      ['Date', 'Rep or Segment', 'Kind'],
      [serial('2026-11-02'), 'Ana', 'Leave'],
      [serial('2026-11-03'), 'Ana', 'Half day'],
    ];
    const { of } = goals([['Ana', '2026-11-01', 'Month', 1950]], { Team: teamTab('Ana'), Calendar });
    // 19.5 eligible days, 100.00 each: the first week has 3.5 of them.
    expect(of('r:ana', days('2026-11-02', '2026-11-09'))).toBeCloseTo(35_000);
    expect(of('r:ana', NOVEMBER)).toBe(195_000);
    expect(of('r:ana', days('2026-12-01', '2026-12-08'))).toBeUndefined();
  });

  test('of a rep who joins is spread over the days from then on', () => {
    const Team = [
      ['Rep', 'Start date'],
      ['Ana', serial('2026-11-18')],
    ];
    const { of } = goals([['Ana', '2026-11-01', 'Month', 900]], { Team });
    expect(of('r:ana', days('2026-11-16', '2026-11-23'))).toBeCloseTo(30_000); // 3 of 9 days
  });

  test('of the team is shared by eligible days among those without their own, less what the others have', () => {
    const Team = [
      ['Rep', 'Work days'],
      ['Ana', 'Mon-Fri'],
      ['Ben', 'Mon-Fri'],
      ['Cy', 'Mon'], // 5 of November's Mondays
    ];
    const { of, goalOn } = goals(
      [
        ['', '2026-11-01', 'Month', 3600],
        ['Ana', '2026-11-01', 'Month', 1000],
      ],
      { Team },
    );
    expect(of('r:ben', NOVEMBER)).toBeCloseTo(210_000); // 2600 over 21 + 5 days = 100 a day
    expect(of('r:cy', NOVEMBER)).toBeCloseTo(50_000);
    expect(goalOn('r:ben', serial('2026-11-10'))?.from).toBe('team');
    expect(goalOn('r:ana', serial('2026-11-10'))?.from).toBe('own');
    expect(of('t', NOVEMBER)).toBe(360_000);
  });

  test('shortest first; a period that has its own goal takes that', () => {
    const { of } = goals([
      ['Ana', '2026-10-01', 'Quarter', 6600],
      ['Ana', '2026-11-01', 'Month', 2100 * 2],
    ]);
    expect(of('r:ana', NOVEMBER)).toBe(420_000);
    expect(of('r:ana', Q4)).toBe(660_000);
    expect(of('r:ana', days('2026-10-01', '2026-11-01'))).toBeCloseTo(220_000); // 22 of 66 days
  });

  test('shortest first, in whichever order they are typed', () => {
    const { goalOn } = goals([
      ['Ana', '2026-11-01', 'Month', 2100],
      ['Ana', '2026-10-01', 'Quarter', 6600],
      ['Ana', '2026-01-01', 'Year', 9999],
    ]);
    expect(['2026-09-01', '2026-10-01', '2026-11-30'].map((day) => goalOn('r:ana', serial(day))?.period)).toEqual([
      ...['Year', 'Quarter', 'Month'],
    ]);
  });

  test('of who is away all the time has nothing for a day, and nothing is expected by then', () => {
    const Team = [
      ['Rep', 'Start date'],
      ['Ana', serial('2027-03-01')],
    ];
    const { goalOn, until } = goals([['Ana', '2026-11-01', 'Month', 2100]], { Team });
    expect(goalOn('r:ana', serial('2026-11-10'))?.perDay).toBe(0);
    expect(until('r:ana', NOVEMBER, serial('2026-11-10'))).toBe(0);
  });

  test('of the team that is less than the own goals leaves nothing to share, and takes nothing away', () => {
    const { of, goalOn } = goals([
      ['', '2026-11-01', 'Month', 1000],
      ['Ana', '2026-11-01', 'Month', 2000],
    ]);
    expect([goalOn('r:ben', serial('2026-11-10'))?.perDay, of('r:ben', NOVEMBER)]).toEqual([0, 0]);
    expect(goalOn('r:nobody', serial('2026-11-10'))).toBeUndefined();
  });

  test('of the team that nobody shares is expected by the days of all', () => {
    const Team = [
      ['Rep', 'Work days'],
      ['Ana', 'Mon-Fri'],
      ['Ben', 'Mon'],
    ];
    const rows: GoalRows = [
      ['', '2026-11-01', 'Month', 5200],
      ['Ana', '2026-11-01', 'Month', 0],
      ['Ben', '2026-11-01', 'Month', 0],
    ];
    // 21 weekdays and 5 Mondays; up to the 9th, 5 and 1 of them.
    expect(goals(rows, { Team }).until('t', NOVEMBER, serial('2026-11-09'))).toBeCloseTo(520_000 * (6 / 26), 4);
  });

  test('of the team for a quarter: the months typed for it, and the reps for the days without', () => {
    const own = ['Ana', 'Ben', 'Cy'].map((rep) => [rep, '2026-10-01', 'Quarter', 6600] as const);
    const months = ['2026-10-01', '2026-11-01', '2026-12-01'].map((start) => ['', start, 'Month', 10_000] as const);
    expect(goals([...own, ...months]).of('t', Q4)).toBe(3_000_000);
    // Two months typed; December has 23 of the 66 days of each rep.
    expect(goals([...own, ...months.slice(0, 2)]).of('t', Q4)).toBeCloseTo(2_000_000 + 3 * 230_000);
    expect(goals([...months.slice(0, 2), ['', '2026-10-01', 'Quarter', 9]]).of('t', Q4)).toBe(900);
  });

  test('of the team by now: the same of the same days in month and quarter, each rep by the own days', () => {
    const Team = [
      ['Rep', 'Work days'],
      ['Ana', 'Mon-Fri'],
      ['Ben', 'Mon'],
    ];
    const OCTOBER = days('2026-10-01', '2026-11-01'); // 22 weekdays, 4 Mondays
    const rows: GoalRows = [
      ['', '2026-10-01', 'Month', 60_000],
      ['Ben', '2026-10-01', 'Month', 30_000],
    ];
    const by = serial('2026-10-15'); // 10 weekdays and 2 Mondays are over: 30 000 × 10/22 + 30 000 × 2/4
    const { until } = goals(rows, { Team });
    expect(until('t', OCTOBER, by)).toBeCloseTo(2_863_636.36, 1);
    expect(until('t', Q4, by)).toBeCloseTo(2_863_636.36, 1);
    // Ten thousand more than the reps have: the same share of it.
    const more = goals([...rows, ['Ana', '2026-10-01', 'Month', 20_000]], { Team });
    expect(more.until('t', OCTOBER, by)).toBeCloseTo((6_000_000 * (2_000_000 * (10 / 22) + 1_500_000)) / 5_000_000, 1);
  });

  test('the last row wins where two say the same period', () => {
    expect(
      goals([
        ['Ana', '2026-11-01', 'Month', 1],
        ['Ana', '2026-11-01', 'Month', 2],
      ]).of('r:ana', NOVEMBER),
    ).toBe(200);
  });

  test('what is expected by now is the share of the days that are over', () => {
    const { until } = goals([['Ana', '2026-11-01', 'Month', 2100]]);
    expect(until('r:ana', NOVEMBER, serial('2026-11-09'))).toBeCloseTo(50_000); // 5 of 21
    expect(until('r:ana', NOVEMBER, serial('2026-12-01'))).toBe(210_000);
    expect(until('r:ana', NOVEMBER, NOVEMBER.start)).toBe(0);
  });

  test('the shares of the reps sum to the goal of the team, where own goals do not exceed it', () => {
    const amount = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 2 }), amount, (own, more) => {
        const total = own.reduce((sum, n) => sum + n, 0) + more;
        const rows: GoalRows = [
          ['', '2026-10-01', 'Quarter', total],
          ...own.map((n, at) => [['Ana', 'Ben'][at] ?? '', '2026-10-01', 'Quarter', n] as const),
        ];
        const { of } = goals(rows);
        const sum = ['r:ana', 'r:ben', 'r:cy'].reduce((all, rep) => all + (of(rep, Q4) ?? 0), 0);
        expect(sum).toBeCloseTo(total * 100, 3);
      }),
      { numRuns: 20 },
    );
  });
});

describe('periods', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-15', 3, '2027-02-15'],
    ['2026-01-01', 12, '2027-01-01'],
    ['2026-10-31', 1, '2026-11-30'],
  ])('%s and %d months is %s', (from, months, to) => {
    expect(addMonths(serial(from), months)).toBe(serial(to));
  });

  test('a month and a quarter are as the calendar has them, or as the goals do', () => {
    const day = serial('2026-11-20');
    expect(periodAround(day, 'Month', [])).toEqual(NOVEMBER);
    expect(periodAround(day, 'Quarter', [])).toEqual(Q4);
    const { goals: fiscal } = rulesWith([['', '2026-11-01', 'Quarter', 1]]);
    expect(periodAround(day, 'Quarter', fiscal)).toEqual(days('2026-11-01', '2027-02-01'));
    // Not by goals of another length or of other days; of two that cover the day by the later one.
    const { goals: several } = rulesWith([
      ['', '2026-11-15', 'Month', 1],
      ['', '2026-10-05', 'Quarter', 1],
      ['', '2026-11-02', 'Quarter', 1],
      ['', '2026-12-07', 'Quarter', 1],
    ]);
    expect(periodAround(day, 'Quarter', several)).toEqual(days('2026-11-02', '2027-02-02'));
    expect(periodAround(day, 'Month', several)).toEqual(days('2026-11-15', '2026-12-15'));
    expect(periodAround(day, 'Month', several.slice(1))).toEqual(NOVEMBER);
  });
});
