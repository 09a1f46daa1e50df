import { expect, test } from 'vitest';
import { book, LONG_BEFORE, type Report, typed } from '../support/method.ts';
import { row, serial } from '../support/trees.ts';

const call = (date: string, rep: string, prospect: string) => row(date, rep, prospect, 'Attempt', 'Spoke');
const WEEKS = [
  '24 Nov',
  '1 Dec',
  '8 Dec',
  '15 Dec',
  '22 Dec',
  '29 Dec',
  '5 Jan',
  '12 Jan',
  '19 Jan',
  '26 Jan',
  '2 Feb',
];

/** MSIs by week of a line on Week and on Trend; the weeks that both show as complete. */
function both(report: Report, name: string): Readonly<Record<'Week' | 'Trend', readonly unknown[]>> {
  const week = report.line('Week', '', name);
  const trend = name === 'Team' ? report.line('Trend', 'Team', 'MSIs') : report.line('Trend', 'MSIs by rep', name);
  return { Week: WEEKS.map((first) => week[first]), Trend: WEEKS.map((first) => trend[first]) };
}

test('Week and Trend show the same counts of closed weeks, also of a rep whose rows are gone and who is not on Team', async () => {
  const rows = [
    LONG_BEFORE,
    // Weeks before all that is kept by week would be empty.
    call('2025-11-17', 'Ana', 'Dell'),
    ...['2026-01-05', '2026-01-06', '2026-01-12'].map((date) => call(date, 'Ana', `Acme ${date}`)),
    ...['2026-01-13', '2026-01-14', '2026-02-09'].map((date) => call(date, 'Ana', `Bolt ${date}`)),
    ...['2026-01-07', '2026-01-08'].map((date) => call(date, 'Zoe', `Crane ${date}`)),
  ];
  const one = book(rows, { Team: typed(['Rep'], ['Ana']) });
  await one.at('2026-02-02 15:00');
  // Two weeks after the first read the weeks that were over then close.
  const closed = await one.at('2026-02-17 15:00');
  expect(both(closed, 'Zoe').Trend).toEqual(both(closed, 'Zoe').Week);

  const activity = one.sheet.tab('Activity');
  activity.rows = activity.rows.filter(([date, rep]) => rep !== 'Zoe' && date !== serial('2026-01-12'));
  const restated = await one.at('2026-02-17 15:00');
  const reported = {
    Ana: [0, 0, 0, 0, 0, 0, 2, 3, 0, 0, 0],
    zoe: [0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0],
    Team: [0, 0, 0, 0, 0, 0, 4, 3, 0, 0, 0],
  };
  // Her name as it was spelled went with her rows.
  for (const [name, counts] of Object.entries(reported)) {
    expect(both(restated, name), name).toEqual({ Week: counts, Trend: counts });
  }
  // The mark and the note are the same, too.
  const cells = (tab: 'Week' | 'Trend') =>
    restated
      .tab(tab)
      .rows.flat()
      .filter(({ style, note }) => style === 'restated-count' && note?.endsWith('now.'));
  expect(cells('Week')).toHaveLength(4);
  for (const cell of cells('Week')) expect(cells('Trend')).toContainEqual(cell);
  expect(restated.tab('Week').rows[3]?.at(-13)?.value).toContain('closed weeks as reported; * restated since');
});

test('"off" is said of leave; who is not on Team, and rows without a rep, have no pace, and why is said once', async () => {
  const call = (rep: string) => row('2026-11-16', rep, `Prospect of ${rep}`, 'Attempt', 'Spoke');
  const Team = typed(['Rep'], ['Ana'], ['Ben']);
  const days = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'];
  const Calendar = typed(['Date', 'Rep or Segment', 'Kind'], ...days.map((day) => [day, 'Ben', 'Leave']));
  const of = async (rows: Parameters<typeof book>[0], tabs: Parameters<typeof book>[1]) => {
    const report = await book([LONG_BEFORE, ...rows], tabs).at('2026-11-20 15:00');
    const words = String(report.tab('Week').rows[2]?.[0]?.value);
    return { status: (name: string) => report.line('Week', '', name).Status, words };
  };

  const all = await of([call('Ana'), call('Zoe'), call('')], { Team, Calendar });
  expect(['Ben', 'Zoe', '(unassigned)'].map(all.status)).toEqual(['off', '–', '–']);
  expect(all.words).toMatch(/ Status –: no target for reps not on Team and rows without a rep\.$/);
  const noTeam = await of([call('Ana'), call('')], {});
  expect(noTeam.status('(unassigned)')).toBe('–');
  expect(noTeam.words).toMatch(/ Status –: no target for rows without a rep\.$/);
  expect((await of([call('Ana')], { Team })).words).not.toContain('Status –');
});
