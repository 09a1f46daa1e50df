import { expect, test } from 'vitest';
import { book, goals, LONG_BEFORE, typed } from '../support/method.ts';
import { row } from '../support/trees.ts';

const GOALS = goals(['', '2026-10-01', 'Quarter', 60_000]);
const sold = (rep: string, prospect: string) => [
  row('2026-09-07', rep, prospect, 'Attempt', 'Interested'),
  row('2026-09-14', rep, prospect, 'Close', 'Booked', { amount: 1000 }),
];

test('who has left before the period stands nowhere on Targets', async () => {
  const Team = typed(['Rep', 'End date'], ['Ana', ''], ['Ben', '2026-09-15']);
  const report = await book([LONG_BEFORE, ...sold('Ana', 'Acme'), ...sold('Ben', 'Birch')], { Goals: GOALS, Team }).at(
    '2026-10-20 15:00',
  );
  for (const block of [
    'Activity that the week',
    'To the end',
    'Quarter to date',
    'What is in my control',
    'It takes you',
  ]) {
    expect(report.line('Targets', block, 'Ana')).toBeDefined();
    expect(() => report.line('Targets', block, 'Ben'), block).toThrow();
  }
});

test('a team of one leans on no segment, and what is used beside 1/0 is told', async () => {
  const report = await book([LONG_BEFORE, ...sold('Ana', 'Acme')], { Goals: GOALS }).at('2026-10-07 15:00');
  expect(report.line('Targets', 'Activity that the week', 'Ana').Why).toContain(
    "average deal of the rep's own few deals",
  );
  const takes = report.line('Targets', 'It takes you', 'Ana');
  // (1 + 10 × 0.3) ÷ 10
  expect([takes['Closes / asks'], takes.used]).toEqual(['1/0', 0.4]);
});

test('a deal that was lost and reopened: no deal stands as Lost', async () => {
  const rows = [
    LONG_BEFORE,
    ...sold('Ana', 'Acme'),
    row('2026-09-15', 'Ana', 'Birch', 'Close', 'Lost'),
    row('2026-09-16', 'Ana', 'Birch', 'Follow-up', 'Interested'),
  ];
  const report = await book(rows).at('2026-10-07 15:00');
  expect(report.line('Closing ratio', 'Which ratio', 'Win rate')['What for']).toMatch(/^No deal stands as Lost/);
  const value = report.line('Closing ratio', 'Which ratio', 'Won of the value asked')['What for'];
  expect(value).toContain('too few asks to compare');
});

test('rows of long ago are not said to be missing', async () => {
  const report = await book([row('2020-01-06', 'Ana', 'Acme', 'Close', 'Booked')]).at('2026-10-07 15:00');
  for (const name of ['Week', 'Targets'] as const) {
    const words = said(report, name);
    expect(words, name).toContain('No row that counts in these 13 weeks. The row on Activity has another date');
    expect(words, name).not.toContain('No rows yet');
  }
  expect(said(report, 'Closing ratio')).toContain('No deal has closed in the last 104 weeks.');
  expect(
    report
      .tab('Trend')
      .rows[7]?.slice(1)
      .every(({ value }) => value === undefined),
  ).toBe(true);
});

test('attempts without an outcome stand outside pace, and Week says so where there are some', async () => {
  const rows = [LONG_BEFORE, row('2026-10-05', 'Ana', 'Acme', 'Attempt', 'Interested')];
  const blank = row('2026-10-06', 'Ana', 'Birch', 'Attempt', '');
  const words = 'Pace leaves out attempts with no outcome yet.';
  expect(said(await book(rows).at('2026-10-07 15:00'), 'Week')).not.toContain(words);
  expect(said(await book([...rows, blank]).at('2026-10-07 15:00'), 'Week')).toContain(words);
  const counted = { Settings: typed(['Setting', 'Value'], ['Attempts without outcome', 'Count']) };
  expect(said(await book([...rows, blank], counted).at('2026-10-07 15:00'), 'Week')).not.toContain(words);
});

test('weeks before the first row are empty on Trend: nothing is not zero', async () => {
  const report = await book([row('2026-09-29', 'Ana', 'Acme', 'Attempt', 'Interested')]).at('2026-10-07 15:00');
  const msis = report.tab('Trend').rows[7]?.map(({ value }) => value);
  expect(msis?.slice(-3)).toEqual([undefined, 1, 0]);
});

const said = (report: Awaited<ReturnType<ReturnType<typeof book>['at']>>, name: 'Week' | 'Targets' | 'Closing ratio') =>
  report
    .tab(name)
    .rows.flat()
    .map(({ value }) => String(value))
    .join('\n');
