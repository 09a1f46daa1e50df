import { describe, expect, test } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { book, goals, LONG_BEFORE, settings, typed } from '../support/method.ts';
import { row } from '../support/trees.ts';

const done = (date: string, rep: string, count: number) =>
  row(date, rep, `Prospect of ${date}`, 'Attempt', 'Spoke', { count });
const DEFAULT_DEAL = settings(['Default average deal', 1000]);

describe('a rep who joins in mid-week', () => {
  // From Wednesday 18 November: 9 weekdays in November and 23 in December, 32 of the quarter.
  const Team = typed(['Rep', 'Start date'], ['Ana', ''], ['Cy', '2026-11-18']);
  const Goals = goals(['Cy', '2026-10-01', 'Quarter', 32_000]);
  const joined = () =>
    book([LONG_BEFORE, done('2026-11-18', 'Cy', 23)], { Team, Goals, Settings: DEFAULT_DEAL }).at('2026-11-19 15:00');

  test('is held against the days that are left', async () => {
    // 1000 a day is a deal a day: 3 this week. At .30/.60/.40: 10 asks, 16.67 opportunities, 41.67 attempts; each up.
    expect((await joined()).line('Targets', 'Activity that', 'Cy')).toMatchObject({
      ...{ MSIs: 69, Attempts: 42, 'Follow-ups': 0, Opportunities: 17, Asks: 10, Closes: 3 },
    });
    // Two of three days are over: 46 of 69. 23 done leave 46 for Friday.
    expect((await joined()).line('Week', '', 'Cy')).toMatchObject({
      ...{ 'This week': 23, Target: 69, 'Expected by now': 46, Pace: 0.5, Status: '▼ behind', 'A day from now': 46 },
    });
  });

  test('has no empty days before the first, and the others have theirs', async () => {
    const report = await joined();
    // Wednesday has a row, Thursday none; Ana has none from Monday on.
    expect(report.line('Week', '', 'Cy')['Days without a row']).toBe(1);
    expect(report.line('Week', '', 'Ana')['Days without a row']).toBe(4);
    expect(report.line('Health', 'Recording', 'Cy')['Days without a row']).toBe(1);
  });

  test('is flagged for a row before the first day, and the row counts', async () => {
    const report = await book([LONG_BEFORE, done('2026-11-17', 'Cy', 1)], { Team, Goals }).at('2026-11-19 15:00');
    expect(report.line('Health', 'Problems', 'outside start and end date')).toMatchObject({ Rows: 1 });
    expect(report.line('Week', '', 'Cy')['This week']).toBe(1);
  });
});

test('on leave all week with a goal: off and asked for nothing, not at 0 %; the others are judged', async () => {
  const days = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'];
  const report = await book([LONG_BEFORE], {
    Team: typed(['Rep'], ['Ana'], ['Ben']),
    Goals: goals(['Ana', '2026-10-01', 'Quarter', 66_000], ['Ben', '2026-10-01', 'Quarter', 66_000]),
    Settings: DEFAULT_DEAL,
    Calendar: typed(['Date', 'Rep or Segment', 'Kind'], ...days.map((day) => [day, 'Ben', 'Leave'])),
  }).at('2026-11-20 15:00');
  expect(report.line('Week', '', 'Ben')).toMatchObject({
    ...{ Target: 0, 'Expected by now': '–', Pace: '–', Status: 'off', 'A day from now': '–', 'Days without a row': 0 },
  });
  expect(report.line('Week', '', 'Ana')).toMatchObject({ Status: '▼ behind', Pace: 0, 'Days without a row': 5 });
  expect(report.title('Week')).toMatch(
    /^Week of Mon 16 Nov 2026: 0 of \d+ MSIs, the only rep who can be judged is behind pace$/,
  );
  expect(report.line('Health', 'Recording', 'Ben')['Days without a row']).toBe(0);
});

test('two activities ever: every tab stands, nothing is told of the rep, and nothing is zero that is not known', async () => {
  const report = await book(
    [
      LONG_BEFORE,
      row('2026-09-07', 'Ana', 'Acme', 'Attempt', 'Spoke'),
      row('2026-09-08', 'Ana', 'Acme', 'Close', 'Booked', { amount: 1000 }),
      row('2026-09-07', 'Dee', 'Birch', 'Attempt', 'Spoke'),
      row('2026-11-16', 'Dee', 'Birch', 'Follow-up', 'Spoke'),
    ],
    { Team: typed(['Rep'], ['Ana'], ['Dee']) },
  ).at('2026-11-17 15:00');
  // 1 MSI in the 10 weeks since: a tenth a week, too little to expect anything.
  expect(report.line('Week', '', 'Dee')).toMatchObject({
    ...{ 'This week': 1, Target: '–', Status: 'too few to tell', 'Closes to expect a week': 0 },
  });
  // One deal that is open; the cases that there are stand beside the share.
  expect(report.line('Closing ratio', 'Prospect to close by rep', 'Dee')).toMatchObject({
    ...{ 'Closed / worked': '0/1', 'Prospect to close': 0, Lost: 0, Open: 1 },
  });
  expect(report.line('Closing ratio', 'In rows', 'Dee')).toMatchObject({
    ...{ 'Closes / asks': '– (0/0)', 'Asks / opportunities': '– (0/0)', 'Opportunities / attempts': '0/1' },
  });
});

test('a team of one: no peers, so the ratios lean on the default, and it is named', async () => {
  const counted = (activity: string, count: number): Cell[] =>
    row('2026-11-02', 'Ana', 'Acme', activity, 'Spoke', { count });
  const report = await book(
    [
      LONG_BEFORE,
      ...[counted('Attempt', 10), counted('Opportunity', 5), counted('Ask', 3)],
      row('2026-11-03', 'Ana', 'Acme', 'Close', 'Booked', { amount: 1000 }),
      row('2026-11-04', 'Ana', 'Birch', 'Close', 'Booked', { amount: 1000 }),
    ],
    { Team: typed(['Rep'], ['Ana']), Goals: goals(['Ana', '2026-10-01', 'Quarter', 66_000]) },
  ).at('2026-11-17 15:00');
  // (5 + 10 × .40) ÷ (10 + 10) = .45; (3 + 10 × .60) ÷ (5 + 10) = .60; (2 + 10 × .30) ÷ (3 + 10) = .385.
  const takes = report.line('Targets', 'It takes you', 'Ana');
  expect(takes).toMatchObject({
    ...{ 'Opportunities / attempts': '5/10', 'Asks / opportunities': '3/5', 'Closes / asks': '2/3' },
    'Leans on': 'the default',
  });
  expect(takes.used).toBe(5 / 13); // the last column of that name
  // A close takes 13/5 = 2.6 asks, 4.33 opportunities, 9.63 attempts.
  expect(takes).toMatchObject({ Asks: 2.6, Opportunities: 4.3, Attempts: 9.6 });
  expect(report.line('Targets', 'Activity that', 'Ana').Why).toContain(
    'few cases: leans on the default opportunities per attempt, asks per opportunity, closes per ask',
  );
});

describe('rows without a rep', () => {
  test('count for the team once, on a line of their own, and are flagged', async () => {
    const one = book(
      [
        LONG_BEFORE,
        row('2026-11-16', 'Ana', 'Acme', 'Attempt', 'Spoke'),
        row('2026-11-16', '', 'Birch', 'Attempt', 'Spoke'),
        row('2026-11-17', ' ', 'Birch', 'Close', 'Booked', { amount: 500 }),
      ],
      { Team: typed(['Rep'], ['Ana']) },
    );
    const report = await one.at('2026-11-17 15:00');
    // The blanks are two MSIs, an attempt and a booking; the team has Ana's too.
    expect(report.line('Week', '', '(unassigned)')).toMatchObject({
      ...{ 'This week': 2, Attempts: 1, Closes: 1, 'Closed amount': 500, Target: '–', Pace: '–' },
      // Nobody is expected to record there.
      'Days without a row': undefined,
    });
    expect(report.line('Week', '', 'Team')).toMatchObject({ 'This week': 3, Attempts: 2, Closes: 1 });
    expect(report.line('Health', 'Problems', 'no rep')).toMatchObject({ Rows: 2, Effect: 'counted, flagged' });
    // A week later it is matured: the team worked two deals, one of them nobody's.
    const later = await one.at('2026-11-24 15:00');
    const ratioOf = (name: string) => later.line('Closing ratio', 'Prospect to close by rep', name)['Closed / worked'];
    expect(['Ana', '(unassigned)', 'Team'].map(ratioOf)).toEqual(['0/1', '1/1', '1/2']);
  });

  test('of a deal leave it to who had it', async () => {
    const report = await book([
      LONG_BEFORE,
      row('2026-11-09', 'Ana', 'Acme', 'Opportunity', 'Spoke'),
      row('2026-11-10', '', 'Acme', 'Ask', 'Sent', { amount: 100 }),
    ]).at('2026-11-17 15:00');
    expect(report.line('Deals', 'Open deals', 'Acme')).toMatchObject({ Rep: 'Ana', Step: 'Ask', Amount: 100 });
  });
});
