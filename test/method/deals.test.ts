import { describe, expect, test } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { book, LONG_BEFORE, type Report, settings, typed } from '../support/method.ts';
import { row, serial } from '../support/trees.ts';

/** Prospect and deal of every line in the table of open deals. */
const openDeals = (report: Report): string[] => {
  const { rows } = report.tab('Deals');
  const head = rows.findIndex(([cell]) => cell?.value === 'Prospect');
  return head < 0 ? [] : rows.slice(head + 1).map((cells) => `${cells[0]?.value} ${cells[1]?.value ?? ''}`.trim());
};

test('a deal name corrected: the deal moves, nothing is doubled', async () => {
  const one = book([
    LONG_BEFORE,
    row('2026-11-02', 'Ana', 'Acme', 'Attempt', 'Spoke', { deal: 'Rof' }),
    row('2026-11-09', 'Ana', 'Acme', 'Opportunity', 'Spoke', { deal: 'Roof' }),
    row('2026-11-10', 'Ana', 'Acme', 'Ask', 'Sent', { deal: 'Roof', amount: 900 }),
  ]);
  const weeks = ['2026-11-02', '2026-11-09'];
  const before = await one.at('2026-11-11 15:00');
  expect(openDeals(before).sort()).toEqual(['Acme Rof', 'Acme Roof']);

  const misspelt = one.sheet.tab('Activity').rows.find((cells) => cells[3] === 'Rof');
  if (misspelt) misspelt[3] = 'Roof';
  const after = await one.at('2026-11-11 15:00');
  expect(openDeals(after)).toEqual(['Acme Roof']);
  expect(after.line('Deals', 'Open deals', 'Acme')).toMatchObject({ Step: 'Ask', Amount: 900, 'Days in step': 1 });
  // First worked on 2 November, since then an opportunity and an ask: one deal, three MSIs, as before.
  expect(after.figures.openDeals).toMatchObject([
    { msis: 3, occurrence: 1, reached: ['2026-11-02', '2026-11-09', '2026-11-10'].map(serial) },
  ]);
  expect(weeks.map((week) => after.counts(week))).toEqual(weeks.map((week) => before.counts(week)));
  const cohorts = (report: Report) =>
    ['2 Nov', '9 Nov'].map((week) => report.line('Closing ratio', 'Week by week', week).Deals);
  expect([cohorts(before), cohorts(after)]).toEqual([
    [1, 1],
    [1, 0],
  ]);
  // Typed back, everything is as it was.
  if (misspelt) misspelt[3] = 'Rof';
  expect((await one.at('2026-11-11 15:00')).figures.openDeals).toEqual(before.figures.openDeals);
});

describe('a deal handed from inside to field', () => {
  const Team = typed(['Rep', 'Segment'], ['Ana', 'Inside'], ['Ben', 'Field']);
  const HANDED = [
    LONG_BEFORE,
    row('2026-09-07', 'Ana', 'Acme', 'Attempt', 'Spoke'),
    row('2026-09-09', 'Ana', 'Acme', 'Opportunity', 'Needs'),
    row('2026-09-15', 'Ben', 'Acme', 'Ask', 'Sent', { amount: 1000 }),
  ];
  const SOLD = [...HANDED, row('2026-09-22', 'Ben', 'Acme', 'Close', 'Booked', { amount: 1000 })];

  test('while it is open, says whose it is and from whom', async () => {
    const report = await book(HANDED, { Team }).at('2026-09-16 15:00');
    expect(report.line('Deals', 'Open deals', 'Acme')).toMatchObject({ Rep: 'Ben', Step: 'Ask', Notes: 'from Ana' });
  });

  test('each has an own funnel from where they came in; the cohort is of who began', async () => {
    const report = await book(SOLD, { Team }).at('2026-11-10 15:00');
    const funnel = (name: string) => report.line('Closing ratio', 'Step by step', name);
    expect(funnel('Ana')).toMatchObject({
      ...{ 'Received from others': 0, 'Opportunity / prospects': '1/1', 'Ask / opportunities': '1/1' },
      'Closed / asks': '1/1',
    });
    // Ben came at the opportunity: no prospect of his, and one opportunity that he took to the ask and the close.
    expect(funnel('Ben')).toMatchObject({
      ...{ 'Received from others': 1, 'Opportunity / prospects': '– (0/0)', 'Ask / opportunities': '1/1' },
      'Closed / asks': '1/1',
    });
    const byRep = (name: string) => report.line('Closing ratio', 'Prospect to close by rep', name)['Closed / worked'];
    expect([byRep('Ana'), byRep('Team')]).toEqual(['1/1', '1/1']);
    expect(() => byRep('Ben')).toThrow('no "Ben"');
  });

  test.each([
    ['Booker', 0, 1000],
    ['Originator', 1000, 0],
    ['Both', 1000, 1000],
  ])('revenue goes to: %s; the close stays with who booked, and the team has it once', async (to, anas, bens) => {
    const tabs = { Team, Settings: settings(['Revenue goes to', to]) };
    const report = await book(SOLD, tabs).at('2026-09-23 15:00');
    const amount = (name: string) => report.line('Week', '', name)['Closed amount'];
    expect([amount('Ana'), amount('Ben'), amount('Team')]).toEqual([anas, bens, 1000]);
    expect(['Ana', 'Ben', 'Team'].map((name) => report.line('Week', '', name).Closes)).toEqual([0, 1, 1]);
    const net = (name: string) => report.line('Targets', 'Quarter to date', name).Net;
    expect([net('Team'), net(anas > 0 ? 'Ana' : 'Ben')]).toEqual([1000, 1000]);
  });

  test.each(['Booker', 'Originator', 'Both'])(
    'revenue goes to: %s; what is cancelled is taken back from who had it, so that nobody is left with a part',
    async (to) => {
      const rows = [...SOLD, row('2026-09-28', 'Ben', 'Acme', 'Close', 'Cancelled')];
      const report = await book(rows, { Team, Settings: settings(['Revenue goes to', to]) }).at('2026-09-29 15:00');
      const toDate = (name: string) => report.line('Targets', 'Quarter to date', name);
      expect(toDate('Team')).toMatchObject({ Closed: 1000, Cancelled: 1000, Net: 0 });
      // Who had none of it has no line.
      const nets = to === 'Both' ? ['Ana', 'Ben'] : to === 'Originator' ? ['Ana'] : ['Ben'];
      expect(nets.map((name) => toDate(name).Net)).toEqual(nets.map(() => 0));
      expect(nets.map((name) => toDate(name).Cancelled)).toEqual(nets.map(() => 1000));
    },
  );
});

describe('a field rep with four meetings on two deals', () => {
  // Field meets on Tuesdays and Thursdays: Thursday the 12th, then Tuesday the 17th.
  const meeting = (when: string, prospect: string, activity: string, amount: Cell = ''): Cell[] => [
    ...[serial(when), 'Fay', prospect, '', activity, 'Met', '', amount, 'In person'],
  ];
  const ROWS = [
    LONG_BEFORE,
    row('2026-10-05', 'Fay', 'Acme', 'Attempt', 'Spoke'),
    row('2026-10-05', 'Fay', 'Birch', 'Attempt', 'Spoke'),
    meeting('2026-11-13 09:00', 'Acme', 'Opportunity'),
    meeting('2026-11-13 14:00', 'Birch', 'Opportunity'),
    meeting('2026-11-16 09:00', 'Acme', 'Follow-up'),
    meeting('2026-11-16 13:00', 'Acme', 'Ask', 5000),
  ];
  const report = () => book(ROWS, { Team: typed(['Rep', 'Segment'], ['Fay', 'Field']) }).at('2026-11-17 08:00');

  test('is four MSIs on two deals', async () => {
    const said = await report();
    expect(said.line('WIP meeting', 'Field: today', 'Fay')).toMatchObject({
      MSIs: 4,
      // Since Thursday, by day.
      'Since Thu 12 Nov': '1 follow-up, 2 opportunities, 1 ask (Fri 2, Mon 2)',
    });
    expect(openDeals(said).sort()).toEqual(['Acme', 'Birch']);
    expect(said.line('Deals', '', 'Opportunities and asks')).toMatchObject({ Open: 2, Amount: 5000 });
    expect([said.counts('2026-11-09', 'r:fay').msis, said.counts('2026-11-16', 'r:fay').msis]).toEqual([2, 2]);
  });

  test('and only the new ask is worth a word today: both move', async () => {
    const said = await report();
    expect(said.title('WIP meeting')).toBe('Field meets today: 1 deal to discuss');
    expect(said.title('Deals')).toBe('All 2 open opportunities and asks move');
  });
});
