import { describe, expect, test } from 'vitest';
import { decidedFacts } from '../../lambdas/report/decided-facts.ts';
import { book, goals, LONG_BEFORE, settings, typed } from '../support/method.ts';
import { row } from '../support/trees.ts';

describe('a rep renamed on Team', () => {
  const ROWS = [
    LONG_BEFORE,
    row('2026-11-02', 'Jane Doe', 'Acme', 'Attempt', 'Spoke'),
    row('2026-11-03', 'Jane Doe', 'Acme', 'Ask', 'Sent', { amount: 1000 }),
    row('2026-11-09', 'Jane Smith', 'Acme', 'Follow-up', 'Spoke'),
    row('2026-11-10', 'jane smith', 'Acme', 'Close', 'Booked', { amount: 1000 }),
  ];
  const team = (...members: string[][]) => typed(['Rep', 'Aliases'], ...members);

  test('with the old name as alias keeps the history: one line', async () => {
    const one = book(ROWS, { Team: team(['Ana'], ['Jane Doe']) });
    const before = await one.at('2026-11-11 15:00');
    expect(before.line('Week', '', 'Jane Doe')).toMatchObject({ '2 Nov': 2, '9 Nov': 0 });
    expect(before.line('Health', 'Problems', 'rep not on Team')).toMatchObject({ Rows: 2 });

    one.sheet.tab('Team').rows[2] = ['Jane Smith', 'Jane Doe'];
    const after = await one.at('2026-11-11 15:00');
    // 2 rows under the old name; then a follow-up and the booking.
    expect(after.line('Week', '', 'Jane Smith')).toMatchObject({ '2 Nov': 2, '9 Nov': 2, Closes: 1 });
    expect(() => after.line('Week', '', 'Jane Doe')).toThrow('no "Jane Doe"');
    expect(() => after.line('Health', 'Problems', 'rep not on Team')).toThrow();
    expect(after.counts('2026-11-02')).toEqual(before.counts('2026-11-02'));
  });

  test('and a deal that went from the old name to the new one was handed to nobody', async () => {
    const received = async (...members: string[][]) =>
      // Four weeks later the weeks are matured: the deal closed after 8 days.
      (await book(ROWS, { Team: team(['Ana'], ...members) }).at('2026-12-08 15:00')).line(
        ...(['Closing ratio', 'Step by step', 'Jane Smith'] as const),
      )['Received from others'];
    expect([await received(['Jane Smith', 'Jane Doe']), await received(['Jane Smith', ''])]).toEqual([0, 1]);
  });

  test('restates no closed week: what was reported of the old name is of the new one', async () => {
    const one = book(ROWS.slice(1), { Team: team(['Ana'], ['Jane Doe']) });
    await one.at('2026-11-16 15:00');
    // The weeks of 2 and 9 November are closed.
    const before = await one.at('2026-12-02 15:00');
    expect(before.line('Trend', 'MSIs by rep', 'Jane Doe')).toMatchObject({ '2 Nov': 2, '9 Nov': 0 });

    const renamed = one.sheet.tab('Team').rows;
    renamed[2] = ['Jane Smith', 'Jane Doe'];
    const after = await one.at('2026-12-02 16:00');
    // "jane smith" was not on Team yet; now both names are hers.
    expect(after.line('Trend', 'MSIs by rep', 'Jane Smith')).toMatchObject({ '2 Nov': 2, '9 Nov': 2 });
    expect(after.figures.asReported.size).toBe(0);

    // And a late edit is told of her alone, under the new name: the ask was not sent after all.
    const ask = one.sheet.tab('Activity').rows.find((cells) => cells[4] === 'Ask');
    if (ask) ask[5] = 'No answer';
    const edited = await one.at('2026-12-02 17:00');
    expect(edited.line('Trend', 'MSIs by rep', 'Jane Smith')['2 Nov']).toBe(2);
    const listed = edited.tab('Health').rows.filter(([first]) => first?.value === 'Mon 2 Nov 2026');
    expect(listed.map((cells) => cells[1]?.value)).toEqual(['Team', 'Jane Smith']);
  });

  test('in mid-week keeps the target that was fixed on Monday, and the team has it once', async () => {
    const one = book(ROWS, {
      Team: team(['Ana'], ['Jane Doe']),
      Goals: goals(['', '2026-10-01', 'Quarter', 66_000]),
      Settings: settings(['Default average deal', 1000]),
    });
    const before = (await one.at('2026-11-16 15:00')).figures;
    const facts = decidedFacts(before, before.targets);
    const monday = facts.targets.at(-1)?.reps ?? {};
    expect(Object.keys(monday).sort()).toEqual(['r:ana', 'r:jane doe', 't']);

    await one.remember(facts);
    one.sheet.tab('Team').rows[2] = ['Jane Smith', 'Jane Doe'];
    const { figures } = await one.at('2026-11-17 15:00');
    expect(decidedFacts(figures, figures.targets).targets.at(-1)?.reps).toEqual({
      ...{ 'r:ana': monday['r:ana'], 'r:jane smith': monday['r:jane doe'], t: monday.t },
    });
  });
});
