import { describe, expect, test } from 'vitest';
import { type Book, book, type Report } from '../support/method.ts';
import { row } from '../support/trees.ts';

describe('an edit to a week that is closed', () => {
  // First read on 16 November: the weeks that are over then close 15 days later, on 1 December.
  const ROWS = [
    row('2026-11-02', 'Ana', 'Acme', 'Attempt', 'Spoke'),
    row('2026-11-03', 'Ana', 'Birch', 'Attempt', 'Spoke'),
    row('2026-11-05', 'Ana', 'Acme', 'Close', 'Booked', { amount: 1000 }),
    row('2026-11-24', 'Ana', 'Cedar', 'Attempt', 'Spoke'),
  ];
  const closed = async (): Promise<{ one: Book; before: Report }> => {
    const one = book(ROWS);
    await one.at('2026-11-16 15:00');
    return { one, before: await one.at('2026-12-02 15:00') };
  };
  const edit = ({ sheet }: Book, prospect: string, activity: string, column: number, cell: string | number) => {
    const found = sheet.tab('Activity').rows.find((cells) => cells[2] === prospect && cells[4] === activity);
    if (found) found[column] = cell;
  };
  /** The cell of an indicator of the team in the week of 2 November. */
  const cell = (report: Report, indicator: string) => {
    const { rows } = report.tab('Trend');
    const at = rows
      .find((cells) => cells.some(({ value }) => value === '2 Nov'))
      ?.findIndex((c) => c.value === '2 Nov');
    return rows.find(([first]) => first?.value === indicator)?.[at ?? -1];
  };

  test('leaves what was reported, marked, with what it is now; ratios and money of the quarter are of now', async () => {
    const { one, before } = await closed();
    expect(['MSIs', 'Attempts to connect', 'Closed amount'].map((name) => cell(before, name)?.value)).toEqual([
      ...[3, 2, 1000],
    ]);
    edit(one, 'Birch', 'Attempt', 5, 'No answer');
    edit(one, 'Acme', 'Close', 7, 1200);
    const after = await one.at('2026-12-02 16:00');
    expect(cell(after, 'MSIs')).toMatchObject({
      ...{ value: 3, style: 'restated-count', note: expect.stringContaining('Restated: 2 now') },
    });
    expect(cell(after, 'Attempts to connect')).toMatchObject({ value: 2, note: expect.stringContaining(': 1 now') });
    expect(cell(after, 'Closed amount')).toMatchObject({ value: 1000, note: expect.stringContaining(': 1,200 now') });
    // Four touches and one close were and are.
    expect(cell(after, 'Closes')).toEqual(cell(before, 'Closes'));
    expect(cell(after, 'Touches')).toEqual(cell(before, 'Touches'));
    expect(after.line('Targets', 'Quarter to date', 'Team')).toMatchObject({ Closed: 1200, Net: 1200 });
    // Birch was never reached: of three prospects two are left. Three days after its end the last week is matured too.
    const headline = (report: Report) => report.line('Closing ratio', 'Which ratio', 'Prospect to close')['x / n'];
    expect([headline(before), headline(after)]).toEqual(['1/3', '1/2']);
  });

  test('is listed on Health, for the team and the rep; typed back, it is gone', async () => {
    const { one, before } = await closed();
    const heading = (report: Report) =>
      report.tab('Health').rows.find(([first]) => String(first?.value).startsWith('Restated weeks'))?.[0]?.value;
    // Weeks of 2 and 9 November are closed; that of the 16th ended 10 days ago.
    expect(heading(before)).toBe('Restated weeks: none of the 2 closed weeks of the last 26 weeks');
    edit(one, 'Birch', 'Attempt', 5, 'No answer');
    edit(one, 'Cedar', 'Attempt', 5, 'No answer');
    const after = await one.at('2026-12-02 16:00');
    expect(heading(after)).toBe('Restated weeks: 1 of the 2 closed weeks of the last 26 weeks');
    const listed = after.tab('Health').rows.filter(([first]) => first?.value === 'Mon 2 Nov 2026');
    expect(listed.map((cells) => cells.slice(1, 3).map(({ value }) => value))).toEqual([
      ['Team', expect.stringContaining('MSIs 3 -> 2')],
      ['Ana', expect.stringContaining('MSIs 3 -> 2')],
    ]);
    edit(one, 'Birch', 'Attempt', 5, 'Spoke');
    expect(heading(await one.at('2026-12-02 17:00'))).toBe(heading(before));
  });

  test('a row typed late into a closed week without rows: nothing was reported there', async () => {
    const { one } = await closed();
    one.sheet.tab('Activity').rows.push([...row('2026-11-11', 'Ben', 'Dune', 'Ask', 'Sent', { amount: 5 })]);
    const after = await one.at('2026-12-02 16:00');
    expect(after.line('Trend', 'Team', 'Asks')['9 Nov']).toBe(0);
    expect(after.line('Health', 'Restated weeks: 1 of', 'Mon 9 Nov 2026')).toMatchObject({ Who: 'Team' });
    expect(after.line('Deals', 'Open deals', 'Dune')).toMatchObject({ Step: 'Ask', Amount: 5 });
  });
});
