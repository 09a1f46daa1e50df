import { describe, expect, test } from 'vitest';
import { book, LONG_BEFORE, settings } from '../support/method.ts';
import { row, serial } from '../support/trees.ts';

const spoke = (when: string) => row(when, 'Ana', `Prospect ${when}`, 'Attempt', 'Spoke');

/** The change of the clock is on Sunday `day`; `lastMinute` = 23:59:30 of it on the wall, worked out by hand. */
const CHANGES = [
  ['Europe/Amsterdam', 'forward', '2026-03-28', '2026-03-29', '2026-03-30', '2026-03-29T21:59:30Z'], // UTC + 2
  ['Europe/Amsterdam', 'back', '2026-10-24', '2026-10-25', '2026-10-26', '2026-10-25T22:59:30Z'], // UTC + 1
  ['America/New_York', 'forward', '2026-03-07', '2026-03-08', '2026-03-09', '2026-03-09T03:59:30Z'], // UTC - 4
  ['America/New_York', 'back', '2026-10-31', '2026-11-01', '2026-11-02', '2026-11-02T04:59:30Z'], // UTC - 5
] as const;
const later = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

describe.each(CHANGES)('in %s, when the clock goes %s', (zone, _, before, day, after, lastMinute) => {
  // One on Saturday, three on the Sunday of the change, one on Monday.
  const ROWS = [`${before} 23:59`, `${day} 00:30`, `${day} 02:30`, `${day} 23:59`, `${after} 00:00`].map(spoke);
  const withZone = (...more: [string, string][]) => ({ Settings: settings(['Time zone', zone], ...more) });
  const iso = (date: string, days: number): string =>
    new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

  test('each row is in one day and one week, and the day ends at midnight on the wall', async () => {
    const one = book(ROWS, withZone());
    const sunday = await one.atInstant(lastMinute);
    expect(sunday.figures.asOf).toEqual({ day: serial(day), minute: 23 * 60 + 59 });
    expect(sunday.figures.held).toBe(1);
    // Saturday's and the three; on Monday of the week before nothing was done.
    expect(sunday.line('Week', '', 'Ana')).toMatchObject({ Today: 3, 'This week': 4, 'Same days last week': 0 });

    const monday = await one.atInstant(later(lastMinute, 1));
    expect(monday.figures.asOf).toEqual({ day: serial(after), minute: 0 });
    // It leads with last week, complete, until noon.
    expect(monday.line('Week', '', 'Ana')).toMatchObject({ Sun: 3, 'Last week': 4, 'Week before': 0 });
    expect(monday.tab('Week').rows[2]?.[0]?.value).toContain('Complete week');
    expect(monday.figures.weeks.get(serial(day) - 6)?.days.get('t')?.size).toBe(2);
    expect([monday.counts(iso(day, -6)).msis, monday.counts(after).msis]).toEqual([4, 1]);

    // The hour of Monday's noon is told by the wall too: 12 hours after midnight.
    const noon = await one.atInstant(later(lastMinute, 12 * 60 + 1));
    expect(noon.figures.asOf.minute).toBe(12 * 60);
    expect(noon.line('Week', '', 'Ana')).toMatchObject({ Today: 1, 'This week': 1, 'Same days last week': 0 });
  });

  test('and so it is where the week begins on the Sunday of the change', async () => {
    const monday = await book(ROWS, withZone(['Week starts on', 'Sunday'])).atInstant(later(lastMinute, 12 * 60 + 1));
    // Saturday ends the week before; Sunday and Monday are of this one.
    expect([monday.counts(iso(day, -7)).msis, monday.counts(day).msis]).toEqual([1, 4]);
    expect(monday.line('Week', '', 'Ana')).toMatchObject({ Today: 1, 'This week': 4, 'Same days last week': 0 });
  });
});

test('a year of 53 weeks: a row a day from 1 January 2026 to 3 January 2027 fills 53 weeks, none twice', async () => {
  const rows = Array.from({ length: 368 }, (_, i) =>
    spoke(new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10)),
  );
  const report = await book(rows).at('2027-01-05 15:00');
  // 1 January was a Thursday: 4 days of the week of 29 December 2025, then 52 weeks of 7. 4 + 52 x 7 = 368.
  const weeks = [...report.figures.weeks.keys()].sort((a, b) => a - b);
  expect(weeks).toEqual(Array.from({ length: 53 }, (_, i) => serial('2025-12-29') + 7 * i));
  expect(report.counts('2025-12-29').msis).toBe(4);
  expect(report.counts('2026-12-28').msis).toBe(7);

  const trend = report.line('Trend', 'Team', 'MSIs');
  expect(Object.keys(trend).slice(-3)).toEqual(['21 Dec', '28 Dec', '4 Jan (partial)']);
  expect(Object.values(trend).slice(1)).toEqual([...new Array(12).fill(7), 0]);
  // Monday and Tuesday beside the same days of week 53.
  expect(report.line('Week', '', 'Ana')).toMatchObject({ 'This week': 0, 'Same days last week': 2 });
});

describe('a week that starts on Sunday', () => {
  const ROWS = ['2026-11-14', '2026-11-15', '2026-11-16', '2026-11-21', '2026-11-22'].map(spoke);
  const one = () => book([LONG_BEFORE, ...ROWS], { Settings: settings(['Week starts on', 'Sunday']) });

  test('begins with Sunday, beside the Sunday before', async () => {
    const report = await one().at('2026-11-22 15:00');
    expect(report.title('Week')).toContain('Week of Sun 22 Nov 2026: 1 MSI');
    expect(report.tab('Week').rows[2]?.[0]?.value).toContain('Partial week: Sun,');
    expect(report.line('Week', '', 'Ana')).toMatchObject({
      ...{ Today: 1, 'This week': 1, 'Same days last week': 1, '8 Nov': 1, '15 Nov': 3, '22 Nov': 1 },
      // Nobody works on Sundays: the day is no day without a row, and none is expected.
      ...{ 'Expected by now': '–', 'Days without a row': 0 },
    });
    expect(Object.values(report.line('Trend', 'Team', 'MSIs')).slice(-3)).toEqual([1, 3, 1]);
  });

  test('leads with the week before until the cut-off hour of Sunday, and on Monday no more', async () => {
    const early = await one().at('2026-11-22 11:59');
    expect(early.title('Week')).toContain('Week of Sun 15 Nov 2026: 3 MSIs');
    expect(early.line('Week', '', 'Ana')).toMatchObject({ Sat: 1, 'Last week': 3, 'Week before': 1 });
    expect((await one().at('2026-11-22 12:00')).title('Week')).toContain('Week of Sun 22 Nov 2026: 1 MSI');
    expect((await one().at('2026-11-23 07:00')).title('Week')).toContain('Week of Sun 22 Nov 2026: 1 MSI');
  });
});
