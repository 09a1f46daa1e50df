import { describe, expect, test } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { decodeWeek, encodeWeek } from '../../lambdas/domain/weeks/week-rollup.ts';
import type { ReportFigures } from '../../lambdas/tabs/report-figures.ts';
import { trendTab } from '../../lambdas/tabs/trend-tab.ts';
import { someRows } from '../support/ingest-rows.ts';
import { figuresOf, textAt } from '../support/report-figures.ts';
import { row, serial } from '../support/trees.ts';

const iso = (day: number): string => new Date((day - 25_569) * 86_400_000).toISOString().slice(0, 10);
const words = (figures: ReportFigures) => trendTab(figures).rows.map(([first]) => String(first?.value ?? ''));

/** Every week from Monday 5 January 2026: `msis` calls on Monday, and a deal that was called 14 days before closes. */
function weekly(weeks: number, msis: (week: number) => number): Cell[][] {
  return Array.from({ length: weeks }, (_, i) => {
    const monday = iso(serial('2026-01-05') + 7 * i);
    const calls = Array.from({ length: msis(i) }, (_, n) => row(monday, 'Ana', `P${i}-${n}`, 'Attempt', 'Spoke'));
    const won = i < 2 ? [] : Array.from({ length: msis(i - 2) }, (_, n) => n);
    return [...calls, ...won.map((n) => row(monday, 'Ana', `P${i - 2}-${n}`, 'Close', 'Booked', { amount: 5 }))];
  }).flat();
}

describe('Trend', () => {
  test('a closed week stays as reported, with a mark and what it is now', async () => {
    const figures = await figuresOf(someRows(300), '2026-02-04 15:00');
    const week = serial('2026-01-05');
    const now = figures.weeks.get(week);
    if (!now) throw new Error('no rows in that week');
    const reported = decodeWeek(encodeWeek(now));
    const monday = reported.days.get('t')?.get(0) ?? [];
    monday[2] = (monday[2] ?? 0) - 2; // MSIs
    const frozen = { version: 1, weekStartsOn: 1, through: serial('2026-01-12'), weeks: [] };
    const closed = { ...figures, asReported: new Map([[week, reported]]), facts: { ...figures.facts, frozen } };
    const tab = trendTab(closed);
    const at = tab.rows.find(([first]) => first?.value === 'Indicator')?.findIndex(({ value }) => value === '5 Jan');
    const msis = tab.rows.find(([first]) => first?.value === 'MSIs');
    expect(msis?.[at ?? 0]).toEqual({ value: 33, style: 'restated-count', note: 'As reported. Restated: 35 now.' });
    expect(msis?.filter(({ style }) => style === 'restated-count')).toHaveLength(1);
    expect(words(closed)).toContainEqual(expect.stringContaining('Weeks up to that of 12 Jan are closed'));
    expect(words(figures)).toContainEqual(expect.stringContaining('No week is closed yet'));
  });

  test('closes that follow two weeks later stand out, from 26 complete weeks on', async () => {
    const rows = weekly(30, (i) => 1 + ((i * 7) % 5));
    // In the 30th week, on its Monday: 29 are complete.
    const figures = await figuresOf(rows, `${iso(serial('2026-01-05') + 7 * 29)} 15:00`);
    expect(words(figures)).toContainEqual(
      'Closes follow activity most closely 2 weeks later (r = 1.00 over 27 weeks; indicative)',
    );
    const tab = trendTab(figures);
    const head = tab.rows.findIndex(([first]) => first?.value === 'Weeks later');
    expect(tab.rows[head]?.slice(0, 5).map(({ value }) => value)).toEqual([
      ...['Weeks later', 'Deals closed', 'Share', 'r', 'Weeks compared'],
    ]);
    // Every deal took exactly 14 days.
    expect(tab.rows.slice(head + 1, head + 15).map((cells) => cells[2]?.value)).toEqual([
      ...[0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ]);
    expect(words(figures)).toContainEqual(expect.stringContaining('half of the deals within 14 days'));
    const few = await figuresOf(rows, `${iso(serial('2026-01-05') + 7 * 25)} 15:00`);
    expect(words(few)).toContainEqual(
      'Does activity lead closes here? 25 of the 26 complete weeks that it takes to tell',
    );
  });

  test('meetings held stand beside MSIs; without a tab Meetings it says what to do', async () => {
    const rows = weekly(16, (i) => 2 + (i % 3));
    const asOf = `${iso(serial('2026-01-05') + 7 * 15)} 15:00`;
    const Meetings: Cell[][] = [['Date', 'Segment', 'Held']];
    for (let i = 0; i < 15; i++)
      for (let n = 0; n <= i % 3; n++) Meetings.push([serial('2026-01-05') + 7 * i + n, '', 'Yes']);
    const figures = await figuresOf(rows, asOf, { Meetings });
    expect(words(figures)).toContainEqual(expect.stringMatching(/^Meetings and MSIs: .* over 15 weeks; indicative\)$/));
    const held = trendTab(figures).rows.find(([first]) => first?.value === 'Meetings held');
    expect(held?.slice(-4).map(({ value }) => value)).toEqual([1, 2, 3, 0]);
    const none = await figuresOf(rows, asOf);
    expect(words(none)).toContainEqual(expect.stringContaining('Write them on the tab Meetings'));
    const few = await figuresOf(rows, asOf, { Meetings: [Meetings[0] ?? [], [serial('2026-03-30'), '', 'Yes']] });
    expect(words(few)).toContainEqual('Meetings and MSIs: 3 complete weeks noted, 13 are needed to compare');
  });

  test('no rows: no charts, and no block that has nothing to say', async () => {
    const figures = await figuresOf([], '2026-02-02 15:00');
    expect(trendTab(figures).charts).toEqual([]);
    expect(textAt(trendTab(figures), 0, 0)).toBe('No rows in the 13 weeks to 2 Feb');
  });
});
