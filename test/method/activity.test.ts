import { describe, expect, test } from 'vitest';
import { book, LONG_BEFORE, type Report, settings, typed } from '../support/method.ts';
import { row } from '../support/trees.ts';

const Team = typed(['Rep'], ['Ana']);

test('26 voicemails in one row: 26 touches, no MSI, and the day is no empty day', async () => {
  const one = book([LONG_BEFORE, row('2026-11-16', 'Ana', 'Leads', 'Attempt', 'Voicemail', { count: 26 })], { Team });
  const report = await one.at('2026-11-16 15:00');
  expect(report.counts('2026-11-16')).toEqual({ rows: 1, touches: 26 });
  expect(report.line('Week', '', 'Ana')).toMatchObject({
    ...{ Today: 0, 'This week': 0, Attempts: 0, 'Days without a row': 0, 'No outcome yet': 0 },
  });
  expect(report.line('Trend', 'Team', 'Touches')['16 Nov (partial)']).toBe(26);
  // Nobody was reached: there is no prospect at work yet.
  expect(report.title('Deals')).toBe('No open deals');
  expect(one.sheet.tab('Activity').rows.at(-1)?.at(-1)).toMatch(/^not an MSI: voicemail/i);
});

describe('30 calls, 26 of them without an outcome', () => {
  // 20 a week in the four weeks before, all with one: 20 are usual.
  const USUAL = ['2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09'].map((date) =>
    row(date, 'Ana', 'Leads', 'Attempt', 'Spoke', { count: 20 }),
  );
  const calls = (count: number, outcome: string) =>
    row('2026-11-16', 'Ana', 'New leads', 'Attempt', outcome, { count });
  const weekOf = async (setting: string) => {
    const rows = [...USUAL, calls(4, 'Spoke'), calls(26, '')];
    const tabs = { Team, Settings: settings(['Attempts without outcome', setting]) };
    return (await book(rows, tabs).at('2026-11-20 15:00')).line('Week', '', 'Ana');
  };

  test.each([
    // Counted as MSIs and attempts, shown apart, and outside pace: 4 of 20.
    ['Apart', { 'This week': 30, Attempts: 30, 'No outcome yet': 26, Pace: 0.2, Status: '▼ behind' }],
    ['Count', { 'This week': 30, Attempts: 30, 'No outcome yet': 26, Pace: 1.5, Status: '▲ on pace' }],
    // Still shown, so that somebody types the outcomes.
    ['Drop', { 'This week': 4, Attempts: 4, 'No outcome yet': 26, Pace: 0.2, Status: '▼ behind' }],
  ])('%s', async (setting, expected) => {
    expect(await weekOf(setting)).toMatchObject({ ...expected, 'Expected by now': 20 });
  });

  test('and once the outcomes are typed, 10 of them "No answer", 20 count: on pace', async () => {
    const one = book([...USUAL, calls(4, 'Spoke'), calls(16, ''), calls(10, '')], { Team });
    await one.at('2026-11-20 15:00');
    const { rows } = one.sheet.tab('Activity');
    for (const cells of rows) if (cells[6] === 16) cells[5] = 'Spoke';
    for (const cells of rows) if (cells[6] === 10) cells[5] = 'No answer';
    expect((await one.at('2026-11-20 16:00')).line('Week', '', 'Ana')).toMatchObject({
      ...{ 'This week': 20, 'No outcome yet': 0, Pace: 1, Status: '▲ on pace' },
    });
  });
});

describe('an outcome rule dated in the middle of a month', () => {
  const sent = (date: string) => row(date, 'Ana', `Prospect ${date}`, 'Follow-up', 'Sent a brochure');
  const rows = [LONG_BEFORE, ...['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19'].map(sent)];
  const msisByDay = (report: Report) =>
    [0, 1, 2, 3].map((day) => report.figures.weeks.get(report.figures.current)?.days.get('t')?.get(day)?.[2]);

  test('each row is read by the rule of its own day', async () => {
    const one = book(rows, { Team, Outcomes: typed(['Outcome', 'Counts', 'From']) });
    const before = await one.at('2026-11-20 15:00');
    expect(msisByDay(before)).toEqual([1, 1, 1, 1]);
    expect(before.line('Health', 'Outcomes to classify', 'Sent a brochure').Rows).toBe(4);

    one.sheet.tab('Outcomes').rows.push(...typed([], ['sent a BROCHURE', 'Not meaningful', '2026-11-18']).slice(1));
    const after = await one.at('2026-11-20 15:00');
    expect(msisByDay(after)).toEqual([1, 1, 0, 0]);
    expect(after.counts('2026-11-16')).toMatchObject({ rows: 4, touches: 4, msis: 2, followUps: 2 });
    // Before its day it is on no list, and still waits for the manager: two rows.
    expect(after.line('Health', 'Outcomes to classify', 'Sent a brochure').Rows).toBe(2);
    expect(after.line('Health', 'Outcomes: what makes', 'sent a BROCHURE')).toMatchObject({
      ...{ Counts: 'Not meaningful', From: 'Wed 18 Nov 2026', 'Set by': 'tab Outcomes', Today: 'in force' },
    });
    // Two deals less are at work.
    expect([before.figures.openDeals.length, after.figures.openDeals.length]).toEqual([4, 2]);
  });

  test('a second line later on takes over from its own day', async () => {
    const Outcomes = typed(
      ['Outcome', 'Counts', 'From'],
      ['Sent a brochure', 'Meaningful', '2026-11-19'],
      ['Sent a brochure', 'Not meaningful', '2026-11-17'],
    );
    expect(msisByDay(await book(rows, { Team, Outcomes }).at('2026-11-20 15:00'))).toEqual([1, 0, 0, 1]);
  });
});

test('identical rows all count, and each is flagged; one of them deleted, the other is clean', async () => {
  const call = () => row('2026-11-16', 'Ana', 'Acme', 'Follow-up');
  const one = book([LONG_BEFORE, call(), call()], { Team });
  const twice = await one.at('2026-11-16 15:00');
  expect(twice.counts('2026-11-16')).toEqual({ rows: 2, touches: 2, msis: 2, followUps: 2 });
  expect(twice.line('Health', 'Problems', 'possible duplicate')).toMatchObject({
    ...{ Rows: 2, Effect: 'counted, flagged' },
  });
  expect(twice.line('Health', 'Rows on Activity', 'Flagged')['How many']).toBe(2);
  expect(twice.figures.openDeals).toMatchObject([{ prospect: 'Acme', msis: 2 }]);

  one.sheet.tab('Activity').rows.pop();
  const once = await one.at('2026-11-16 15:00');
  expect(once.counts('2026-11-16')).toMatchObject({ rows: 1, msis: 1 });
  expect(once.line('Health', 'Rows on Activity', 'Flagged')['How many']).toBe(0);
});
