import { describe, expect, test } from 'vitest';
import { book, LONG_BEFORE, type Report, typed } from '../support/method.ts';
import { row } from '../support/trees.ts';

const attempt = (date: string, prospect = 'Acme') => row(date, 'Ana', prospect, 'Attempt', 'Spoke');
const close = (date: string, outcome: string, amount?: number, prospect = 'Acme') =>
  row(date, 'Ana', prospect, 'Close', outcome, amount === undefined ? {} : { amount });
/** Closes of the team by week, as Trend has them. */
const closesOf = (report: Report, ...weeks: string[]) => {
  const line = report.line('Trend', 'Team', 'Closes');
  return weeks.map((week) => line[week]);
};
const headline = (report: Report) => report.line('Closing ratio', 'Which ratio', 'Prospect to close')['x / n'];

describe('booked, invoiced and paid in three weeks', () => {
  // Worked on 28 September; 1000 booked, 1100 invoiced and paid.
  const BOOKING = close('2026-10-05', 'Booked', 1000);
  const ROWS = [
    LONG_BEFORE,
    attempt('2026-09-28'),
    BOOKING,
    close('2026-10-12', 'Invoiced', 1100),
    close('2026-10-19', 'Paid', 1100),
  ];
  const WEEKS = ['28 Sep', '5 Oct', '12 Oct', '19 Oct'];

  test('is one close, in the week of the booking; the three amounts stand in their own columns', async () => {
    const report = await book(ROWS).at('2026-11-10 15:00');
    expect(closesOf(report, ...WEEKS)).toEqual([0, 1, 0, 0]);
    expect(report.line('Targets', 'Quarter to date', 'Team')).toMatchObject({
      ...{ Booked: 1000, Invoiced: 1100, Paid: 1100, Closed: 1000, Cancelled: 0, Net: 1000 },
    });
    // The attempt and the booking are MSIs; the invoice and the payment are no touches.
    expect(report.line('Trend', 'Team', 'Touches')).toMatchObject({
      '28 Sep': 1,
      '5 Oct': 1,
      '12 Oct': 0,
      '19 Oct': 0,
    });
    expect(headline(report)).toBe('1/1');
  });

  test('and the booking row deleted: the close moves to the week of the invoice, with its amount', async () => {
    const one = book(ROWS);
    await one.at('2026-11-10 15:00');
    const { rows } = one.sheet.tab('Activity');
    rows.splice(
      rows.findIndex((cells) => cells[5] === 'Booked'),
      1,
    );
    const report = await one.at('2026-11-10 15:00');
    expect(closesOf(report, ...WEEKS)).toEqual([0, 0, 1, 0]);
    expect(report.line('Targets', 'Quarter to date', 'Team')).toMatchObject({
      ...{ Booked: 0, Invoiced: 1100, Paid: 1100, Closed: 1100, Cancelled: 0, Net: 1100 },
    });
    expect(report.line('Trend', 'Team', 'Touches')).toMatchObject({
      '28 Sep': 1,
      '5 Oct': 0,
      '12 Oct': 1,
      '19 Oct': 0,
    });
    expect(headline(report)).toBe('1/1');
    expect(report.title('Deals')).toBe('No open deals');
  });
});

test('a close without an ask: the steps are implied in ratios of deals, and never counted as activity', async () => {
  const report = await book([LONG_BEFORE, attempt('2026-09-28'), close('2026-10-05', 'Booked', 1000)]).at(
    '2026-11-10 15:00',
  );
  const step = (name: string) => report.line('Closing ratio', 'Of 100 deals first worked', name);
  expect(['Opportunity', 'Ask', 'Closed'].map((name) => step(name)['Of the step before'])).toEqual([
    ...['1/1', '1/1', '1/1'],
  ]);
  expect(report.line('Week', '', 'Ana')).toMatchObject({ '28 Sep': 1, '5 Oct': 1 });
  for (const name of ['Opportunities', 'Asks'])
    expect(Object.values(report.line('Trend', 'Team', name)).slice(1)).toEqual(new Array(13).fill(0));
  // In rows a close without asks is no ratio.
  expect(report.line('Closing ratio', 'In rows', 'Team')).toMatchObject({
    ...{ 'Asks / opportunities': '– (0/0)', 'Opportunities / attempts': '0/1' },
    'Closes / asks': expect.stringContaining('–'),
  });
});

test('a customer who buys again without a deal name: two closes, and the third time is a deal of its own', async () => {
  const report = await book([
    LONG_BEFORE,
    attempt('2026-09-28'),
    close('2026-10-05', 'Booked', 1000),
    close('2026-10-19', 'Booked', 400),
    row('2026-11-09', 'Ana', 'ACME', 'Opportunity', 'Spoke'),
  ]).at('2026-11-10 15:00');
  expect(closesOf(report, '5 Oct', '12 Oct', '19 Oct')).toEqual([1, 0, 1]);
  expect(report.line('Targets', 'Quarter to date', 'Team')).toMatchObject({ Booked: 1400, Closed: 1400, Net: 1400 });
  expect(report.line('Deals', 'Open deals', 'ACME')).toMatchObject({ Step: 'Opportunity', Notes: 'buys again (3)' });
  // First worked on 28 September and on 19 October, both closed; the one of yesterday is not matured.
  expect(headline(report)).toBe('2/2');
});

test('20 renewals beside 40 new prospects: revenue, never closes, never in a ratio', async () => {
  const rows = Array.from({ length: 40 }, (_, i) => [
    attempt('2026-09-07', `New ${i}`),
    ...(i < 8 ? [close('2026-09-21', 'Booked', 1000, `New ${i}`)] : []),
    ...(i >= 36 ? [close('2026-09-21', 'Lost', undefined, `New ${i}`)] : []),
  ]).flat();
  const renewals = Array.from({ length: 20 }, (_, i) => close('2026-10-06', 'Renewed', 500, `Old ${i}`));
  const report = await book([LONG_BEFORE, ...rows, ...renewals]).at('2026-11-10 15:00');
  // 8 of 40; 8 of the 12 decided. The renewals are 20 × 500.
  expect(headline(report)).toBe('8/40');
  expect(report.line('Closing ratio', 'Which ratio', 'Win rate')['x / n']).toBe('8/12');
  expect(report.line('Closing ratio', 'Of 100 deals first worked', 'Prospects worked').Deals).toBe(40);
  expect(report.line('Closing ratio', 'In rows', 'Team')['Opportunities / attempts']).toBe('0/40');
  expect(closesOf(report, '21 Sep', '5 Oct')).toEqual([8, 0]);
  expect(report.line('Trend', 'Team', 'MSIs')).toMatchObject({ '7 Sep': 40, '21 Sep': 12, '5 Oct': 0 });
  expect(report.line('Targets', 'Quarter to date', 'Team')).toMatchObject({ Closed: 0, Renewed: 10_000, Net: 10_000 });
  // 28 prospects are open, none of the renewed.
  expect(report.title('Deals')).toBe('28 prospects at attempts, no open opportunity');
});

test('a booking cancelled in the next quarter: the old quarter stays, the new one pays', async () => {
  const rows = [LONG_BEFORE, attempt('2026-09-07'), close('2026-09-14', 'Booked', 1000)];
  const one = book(rows);
  const before = await one.at('2026-09-30 15:00');
  expect(before.line('Targets', 'Quarter to date', 'Team')).toMatchObject({ Closed: 1000, Cancelled: 0, Net: 1000 });

  one.sheet.tab('Activity').rows.push([...close('2026-10-12', 'Cancelled')]);
  const after = await one.at('2026-10-14 15:00');
  // A cancellation without an amount is of everything.
  expect(after.line('Targets', 'Quarter to date: 1 Oct', 'Team')).toMatchObject({
    ...{ Closed: 0, Cancelled: 1000, Net: -1000 },
  });
  expect(after.counts('2026-09-14')).toEqual(before.counts('2026-09-14'));
  expect(after.counts('2026-10-12')).toEqual({ rows: 1, cancelled: 1, cancelledAmount: 100_000 });
  expect(closesOf(after, '14 Sep', '12 Oct (partial)')).toEqual([1, 0]);
  expect(headline(after)).toBe('1/1');
});

test('a lost deal reopened and won: won once in the win rate, and lost stays where it was reported', async () => {
  const one = book([LONG_BEFORE, attempt('2026-09-07'), close('2026-09-14', 'Lost')]);
  const win = (report: Report) => report.line('Closing ratio', 'Which ratio', 'Win rate')['x / n'];
  expect(win(await one.at('2026-09-21 15:00'))).toBe('0/1');

  const activity = one.sheet.tab('Activity').rows;
  activity.push([...row('2026-09-22', 'Ana', 'Acme', 'Follow-up', 'Spoke')]);
  const reopened = await one.at('2026-09-23 15:00');
  expect(win(reopened)).toBe('– (0/0)');
  expect(reopened.line('Deals', 'Open deals', 'Acme')).toMatchObject({ Rep: 'Ana', Step: 'Attempt to connect' });

  activity.push([...close('2026-10-05', 'Booked', 1000)]);
  const won = await one.at('2026-11-10 15:00');
  expect(win(won)).toBe('1/1');
  expect(won.line('Trend', 'Team', 'Lost')).toMatchObject({ '14 Sep': 1, '21 Sep': 0, '5 Oct': 0 });
  expect(closesOf(won, '14 Sep', '5 Oct')).toEqual([0, 1]);
  expect(headline(won)).toBe('1/1');
  expect(won.line('Closing ratio', 'Week by week', '7 Sep')).toMatchObject({ Deals: 1, Won: 1, Lost: 0, Open: 0 });
});

test('a deal of two reps: both are credited whole, the team once', async () => {
  const both = (date: string, activity: string, outcome: string, amount?: number) =>
    row(date, 'Ana; Ben', 'Acme', activity, outcome, amount === undefined ? {} : { amount });
  const one = book([LONG_BEFORE, both('2026-11-09', 'Attempt', 'Spoke'), both('2026-11-10', 'Ask', 'Sent', 900)], {
    Team: typed(['Rep'], ['Ana'], ['Ben']),
  });
  expect((await one.at('2026-11-11 15:00')).line('Deals', 'Open deals', 'Acme').Rep).toBe('Ana, Ben');

  one.sheet.tab('Activity').rows.push([...both('2026-11-12', 'Close', 'Booked', 1000)]);
  const report = await one.at('2026-11-13 15:00');
  for (const name of ['Ana', 'Ben', 'Team'])
    expect(report.line('Week', '', name), name).toMatchObject({
      ...{ 'This week': 3, Attempts: 1, Asks: 1, Closes: 1, 'Closed amount': 1000 },
    });
  const later = await one.at('2026-11-24 15:00');
  const byRep = (name: string) => later.line('Closing ratio', 'Prospect to close by rep', name)['Closed / worked'];
  expect(['Ana', 'Ben', 'Team'].map(byRep)).toEqual(['1/1', '1/1', '1/1']);
  expect(later.line('Closing ratio', 'Step by step', 'Ben')['Received from others']).toBe(0);
});
