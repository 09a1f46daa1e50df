import { describe, expect, test } from 'vitest';
import { LISTED } from '../../lambdas/domain/agenda/deal-board.ts';
import type { DealLine } from '../../lambdas/domain/deals/deal-line.ts';
import { dealsTab } from '../../lambdas/tabs/deals-tab.ts';
import type { TabLayout } from '../../lambdas/tabs/layout.ts';
import type { ReportFigures } from '../../lambdas/tabs/report-figures.ts';
import { deal as anyDeal, silent, TEAM_TAB, TODAY } from '../support/agendas.ts';
import { figuresOf, rowOf, textAt, withOpenDeals } from '../support/report-figures.ts';
import { row } from '../support/trees.ts';

/** Two deals won after four days for 1,000 and 3,000, one lost, in the weeks before: velocity can be told. */
const DECIDED = [
  row('2026-11-02', 'Ana', 'Won 1', 'Ask', 'Sent', { amount: 1000 }),
  row('2026-11-06', 'Ana', 'Won 1', 'Close', 'Booked', { amount: 1000 }),
  row('2026-11-02', 'Ana', 'Won 2', 'Ask', 'Sent', { amount: 3000 }),
  row('2026-11-06', 'Ana', 'Won 2', 'Close', 'Booked', { amount: 3000 }),
  row('2026-11-02', 'Ana', 'Lost', 'Ask', 'Sent'),
  row('2026-11-06', 'Ana', 'Lost', 'Close', 'Lost'),
  // Contacted before, so that the others are not deals under way when the data began.
  row('2026-08-03', 'Ana', 'Early', 'Attempt', 'Spoke'),
];

/** Asked ten days ago: 18 days are the limit here, 14 more than the median of the won. */
const deal = (prospect: string, other: Partial<DealLine> = {}): DealLine =>
  anyDeal(prospect, { reached: [TODAY - 12, TODAY - 11, TODAY - 10], ...other });

async function tabOf(openDeals: readonly DealLine[], rows = DECIDED): Promise<TabLayout> {
  const figures: ReportFigures = await figuresOf(rows, '2026-11-17 08:00', { Team: TEAM_TAB });
  return dealsTab(withOpenDeals(figures, openDeals));
}

/** Of the table, its header included. */
const table = (tab: TabLayout) => {
  const from = tab.rows.findIndex(([first]) => first?.value === 'Prospect');
  return tab.rows.slice(from).map((cells) => cells.map(({ value }) => value ?? ''));
};

describe('the Deals tab', () => {
  const open = [
    deal('Moves', { amount: 200_000 }),
    deal('Stalls', { ...silent(30), amount: 100_000, slips: 2 }),
    deal('Early days', { reached: [TODAY - 20, TODAY - 2], lastReps: ['r:cas'], opening: true, occurrence: 2 }),
    deal('Lead', { ...silent(30), reached: [TODAY - 30], lastReps: [], firstReps: [] }),
  ];

  test('states what stalls of what is pursued', async () => {
    const tab = await tabOf(open);
    expect(textAt(tab, 0, 0)).toBe('1 of 3 open opportunities and asks stalls, 1,000 of the 3,000 asked for');
    expect(rowOf(tab, 'Opportunity').slice(1, 4)).toEqual([1, 0, 1]);
    expect(rowOf(tab, 'Ask').slice(1, 6)).toEqual([1, 1, 2, 3000, 1000]);
    expect(rowOf(tab, 'Opportunities and asks').slice(1, 6)).toEqual([2, 1, 3, 3000, 1000]);
    expect(rowOf(tab, 'Attempt to connect (prospects)').slice(1, 6)).toEqual([0, 1, 1, '–', '–']);
    expect(rowOf(tab, 'Stale').slice(1, 3)).toEqual([1, 1 / 3]);
    expect(tab.charts.map(({ title }) => title)).toEqual([
      'Opportunities and asks: moving and stalled',
      'What to look at, of opportunities and asks',
    ]);
  });

  test('lists deals by what there is to say, with whose they are and where they came from', async () => {
    const tab = await tabOf(open);
    expect(table(tab).slice(1)).toEqual([
      ['Stalls', '', 'Ana', 'Ask', 10, 22, 1000, 'Call', '', '▼ stale, put off twice', ''],
      ['Moves', '', 'Ana', 'Ask', 10, 1, 2000, 'Call', TODAY + 2, '', ''],
      [
        'Early days',
        '',
        'Cas',
        'Opportunity',
        2,
        1,
        '',
        'Call',
        TODAY + 2,
        '',
        'under way when the data began; from Ana; buys again (2)',
      ],
      ['Lead', '', '(unassigned)', 'Attempt to connect', 30, 22, '', 'Call', '', '▼ stale, stuck', ''],
    ]);
  });

  test('the velocity by its levers: 3 open × 2/3 won × 2,000 ÷ 4 days = 1,000 a day', async () => {
    const tab = await tabOf(open);
    const at = tab.rows.findIndex(([first]) => first?.value === 'Velocity, by its levers');
    const levers = tab.rows
      .slice(at + 1, at + 7)
      .map(([name, value, more]) => [name?.value, value?.value, more?.value]);
    expect(levers).toEqual([
      ['Opportunities and asks', 3, undefined],
      ['× win rate of 26 weeks', 2 / 3, '2/3'],
      ['× average won deal', 2000, undefined],
      ['÷ average days to close', 4, undefined],
      ['= velocity a day', 1000, undefined],
      ['of it, deals that move', 666.67, undefined],
    ]);
  });

  test('a team that never types Lost is told that its win rate says little', async () => {
    const lostRows = DECIDED.filter((cells) => cells[2] !== 'Lost');
    const words = (tab: TabLayout) => tab.rows.map(([first]) => String(first?.value)).join('\n');
    expect(words(await tabOf(open, lostRows))).toContain('No deal stands as Lost');
    expect(words(await tabOf(open))).not.toContain('No deal stands as Lost');
  });

  test('with nothing open no share of the velocity is told', async () => {
    const cells = (await tabOf([])).rows.flat().map(({ value }) => value);
    expect(cells).toContain('= velocity a day');
    expect(cells).not.toContain('of it, deals that move');
    expect(cells.some((value) => Number.isNaN(value))).toBe(false);
  });

  test('without a win there is no velocity', async () => {
    const tab = await tabOf(open, [row('2026-11-02', 'Ana', 'Acme', 'Attempt', 'Spoke')]);
    expect(rowOf(tab, 'No win in the last 26 complete weeks. Velocity appears')).toBeDefined();
  });

  test('however little the velocity says, the list stands below the chart beside it', async () => {
    const rows = (tab: TabLayout) =>
      tab.rows.findIndex(([first]) => first?.value === 'Open deals, those that need a word first');
    const without = await tabOf(open, [row('2026-11-02', 'Ana', 'Acme', 'Attempt', 'Spoke')]);
    expect(rows(without)).toBe(rows(await tabOf(open)));
  });

  test.each<[string, DealLine[], string]>([
    ['nothing', [], 'No open deals'],
    ['prospects alone', [deal('Lead', { reached: [TODAY] })], '1 prospect at attempts, no open opportunity'],
    ['what moves', [deal('Acme'), deal('Birch')], 'All 2 open opportunities and asks move'],
    ['no amounts', [deal('Acme', silent(30))], 'The only open opportunity or ask stalls'],
    ['one that moves', [deal('Acme')], 'The only open opportunity or ask moves'],
    [
      'two that stall',
      ['Acme', 'Birch'].map((name) => deal(name, silent(30))),
      '2 of 2 open opportunities and asks stall',
    ],
  ])('the title of %s', async (_, deals, title) => {
    expect(textAt(await tabOf(deals), 0, 0)).toBe(title);
  });

  test('tells how many more there are', async () => {
    const many = Array.from({ length: LISTED + 3 }, (_, i) => deal(`Deal ${i}`));
    const rows = table(await tabOf(many));
    expect(rows).toHaveLength(1 + LISTED + 1);
    expect(rows.at(-1)?.[0]).toBe('… and 3 deals more with less to say');
  });

  test('does not depend on the order of deals, and keeps text that looks like a formula text', async () => {
    const typed = [...open, deal('=IMPORTDATA("x")', { nextStep: { text: '=1+1', on: TODAY - 1 } })];
    const tab = await tabOf(typed);
    expect(await tabOf(typed.toReversed())).toEqual(tab);
    expect(rowOf(tab, '=IMPORTDATA("x")')[7]).toBe('=1+1');
    const formulas = tab.rows.flat().filter(({ value }) => typeof value === 'object');
    expect(formulas.map(({ value }) => value)).toEqual([{ formula: '=leadsheet_as_of' }]);
  });
});
