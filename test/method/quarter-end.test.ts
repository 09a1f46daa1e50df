import { describe, expect, test } from 'vitest';
import { book, goals, LONG_BEFORE, type Report, typed } from '../support/method.ts';
import { row } from '../support/trees.ts';

describe('the last days of a quarter', () => {
  // A deal of 1000 took 10 days. 66 weekdays of the last quarter at 100 a day; 64 of the first of 2027 at 1000 a day.
  const ROWS = [
    LONG_BEFORE,
    row('2026-11-02', 'Ana', 'Acme', 'Attempt', 'Spoke'),
    row('2026-11-12', 'Ana', 'Acme', 'Close', 'Booked', { amount: 1000 }),
  ];
  const THIS = ['Ana', '2026-10-01', 'Quarter', 6600] as const;
  const NEXT = ['Ana', '2027-01-01', 'Quarter', 64_000] as const;
  const at = (time: string, ...listed: (typeof THIS | typeof NEXT)[]) =>
    book(ROWS, { Team: typed(['Rep'], ['Ana']), Goals: goals(...listed) }).at(time);
  const needed = (report: Report) => report.line('Targets', 'Activity that', 'Ana');
  /** What the tab says of it, in its own row. */
  const said = (report: Report) =>
    report.tab('Targets').rows.flatMap(([first]) => (String(first?.value).includes('eals take') ? [first?.value] : []));

  test('11 days before the end there is time: the goal of the quarter drives the target', async () => {
    // 57 of 66 days before this week, 62 after it: 5.7 and 6.2 deals, each up.
    const report = await at('2026-12-22 15:00', THIS, NEXT);
    expect(needed(report)).toMatchObject({ Closes: 1 });
    expect([said(report), needed(report).Why]).toEqual([[], expect.stringContaining('their own goal')]);
  });

  test.each(['2026-12-29', '2026-12-30', '2026-12-31'])(
    '%s: the goal of the next one drives it, and it says so',
    async (day) => {
      const report = await at(`${day} 15:00`, THIS, NEXT);
      // Five days at a deal a day.
      expect(needed(report)).toMatchObject({ Closes: 5, 'Catch-up': '–' });
      expect(said(report)).toEqual([
        "The next period's goal drives it: deals take 10 days (median), 4 are left to 31 Dec.",
      ]);
      // What the quarter itself has come to stands beside it: 1000 of 6600.
      expect(report.line('Targets', 'Quarter to date: 1 Oct', 'Ana')).toMatchObject({ Goal: 6600, Net: 1000 });
    },
  );

  test('without a next goal the one of the quarter goes on, and it says so', async () => {
    const report = await at('2026-12-29 15:00', THIS);
    // 6.2 deals before, 6.6 by the end: the seventh was asked for before.
    expect(needed(report)).toMatchObject({ Closes: 0 });
    expect(said(report)).toEqual([
      "Deals take 10 days (median), 4 are left to 31 Dec, but no goal is listed for the next period: this one's goes on.",
    ]);
  });
});
