import { describe, expect, test } from 'vitest';
import { agendasToFix } from '../../lambdas/domain/agenda/agendas.ts';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import type { DealLine } from '../../lambdas/domain/deals/deal-line.ts';
import type { TabLayout } from '../../lambdas/tabs/layout.ts';
import type { ReportFigures } from '../../lambdas/tabs/report-figures.ts';
import { wipMeetingTab } from '../../lambdas/tabs/wip-meeting-tab.ts';
import { deal, silent, TEAM_TAB, TODAY } from '../support/agendas.ts';
import { overEdge } from '../support/over-edge.ts';
import { figuresOf, rowOf, textAt, withOpenDeals } from '../support/report-figures.ts';
import { row, serial } from '../support/trees.ts';

/** Ana did four things on Monday 16 November, Ben nothing, Cas one on Friday. */
const ROWS = [
  row('2026-11-16', 'Ana', 'Acme', 'Attempt', 'Spoke'),
  row('2026-11-16', 'Ana', 'Birch', 'Attempt', 'Spoke'),
  row('2026-11-16', 'Ana', 'Cedar', 'Ask', 'Sent', { amount: 1000 }),
  row('2026-11-16', 'Ana', 'Dune', 'Attempt', 'No answer'),
  row('2026-11-13', 'Cas', 'Elm', 'Opportunity', 'Spoke'),
  row('2026-11-16', 'Cas', 'Elm', 'Follow-up', 'Spoke'),
];
const DEALS = [
  deal('Acme', {
    ...silent(30),
    deal: 'Roof',
    amount: 769_000,
    nextStep: { text: 'Get the decision', on: TODAY - 30, due: TODAY - 20 },
  }),
  deal('Fir', { ...silent(30), lastReps: [] }),
];
type Tabs = Record<string, readonly (readonly Cell[])[]>;

async function figuresAt(
  asOf: string,
  openDeals: readonly DealLine[] = DEALS,
  tabs: Tabs = {},
): Promise<ReportFigures> {
  return withOpenDeals(await figuresOf(ROWS, asOf, { Team: TEAM_TAB, ...tabs }), openDeals);
}
const tabAt = async (...args: Parameters<typeof figuresAt>): Promise<TabLayout> =>
  wipMeetingTab(await figuresAt(...args));
const words = (tab: TabLayout): string =>
  tab.rows
    .map((cells) => cells.flatMap(({ value }) => (value === undefined ? [] : [String(value)])).join(' | '))
    .join('\n');

describe('the WIP meeting tab', () => {
  test('on a meeting day leads with who meets and what there is', async () => {
    const tab = await tabAt('2026-11-17 08:00');
    expect(textAt(tab, 0, 0)).toBe('Inside and Field meet today: 1 deal to discuss');
    expect(textAt(tab, 2, 0)).toBe('1 of 3 reps recorded nothing.');
    expect(overEdge(tab)).toEqual([]);
    expect(words(tab)).toContain('Inside: today Tue 17 Nov 2026, 9:00, 20 minutes');
    expect(words(tab)).toContain('Next meeting: Wed 18 Nov 2026.');
  });

  test('tells the MSIs since the last meeting, what they were, and who recorded nothing', async () => {
    const tab = await tabAt('2026-11-17 08:00');
    expect(rowOf(tab, 'Ana').slice(0, 3)).toEqual(['Ana', '2 attempts, 1 ask', 3]);
    expect(rowOf(tab, 'Ben').slice(0, 3)).toEqual(['Ben', '▼ nothing recorded', 0]);
    // The field met last on Thursday.
    expect(rowOf(tab, 'Cas').slice(0, 3)).toEqual(['Cas', '1 follow-up, 1 opportunity (Fri 1, Mon 1)', 2]);
  });

  test('who had no day to work on since the last meeting is off, and not counted', async () => {
    // Inside meets daily: what is told on Tuesday is Monday.
    const Team = [
      ['Rep', 'Start date', 'Work days'],
      ['Ana', '', ''],
      ['Ben', '', ''],
      ['Back', '', ''],
      ['New', serial('2026-11-17'), ''],
      ['Part', '', 'Tue, Wed'],
      ['Busy', '', 'Tue, Wed'],
    ];
    const Calendar = [
      ['Date', 'Rep', 'Kind'],
      [serial('2026-11-16'), 'Back', 'Leave'],
      [serial('2026-11-16'), 'Ben', 'Half day'],
    ];
    const rows = [...ROWS, row('2026-11-16', 'Busy', 'Gorse', 'Attempt', 'Spoke')];
    const at = async (tabs: Tabs) => wipMeetingTab(await figuresOf(rows, '2026-11-17 08:00', tabs));
    const tab = await at({ Team, Calendar });
    for (const name of ['Back', 'New', 'Part']) {
      expect(rowOf(tab, name).slice(0, 3)).toEqual([name, 'off', '–']);
      expect(tab.rows.find(([first]) => first?.value === name)?.[1]?.style).toBe('wrap-muted');
    }
    expect(rowOf(tab, 'Ben').slice(0, 3)).toEqual(['Ben', '▼ nothing recorded', 0]);
    // Work on a day off counts.
    expect(rowOf(tab, 'Busy').slice(0, 3)).toEqual(['Busy', '1 attempt', 1]);
    expect(textAt(tab, 2, 0)).toBe('1 of 3 reps recorded nothing (3 were off).');
    const Ana = [['Rep'], ['Ana']];
    expect(textAt(await at({ Team: Ana }), 2, 0)).toBe('Everybody has something recorded.');
    const onlyNew = await at({ Team: [Team[0] ?? [], Team[4] ?? []] });
    expect(textAt(onlyNew, 0, 0)).toBe('The team meets today: 0 deals to discuss');
    expect(textAt(onlyNew, 2, 0)).toBe('Everybody was off since the last meeting.');
  });

  test('without any rep it says where reps come from', async () => {
    const tab = wipMeetingTab(await figuresOf([row('2027-01-05', 'Ana', 'Acme', 'Attempt', 'Spoke')], '2026-10-01'));
    expect(textAt(tab, 0, 0)).toBe('Nobody to meet yet');
    expect(textAt(tab, 2, 0)).toBe('Name the reps on Team, or in the column Rep of Activity.');
    expect(words(tab)).not.toContain('recorded');
  });

  test('a block for each rep: the deal, where it stands, why, what to ask', async () => {
    const tab = await tabAt('2026-11-17 08:00');
    const at = tab.rows.findIndex(([first]) => first?.value === 'Deal 1');
    const block = tab.rows.slice(at, at + 5).map(([label, cell]) => [label?.value, cell?.value]);
    expect(block.slice(0, 3)).toEqual([
      ['Deal 1', 'Acme · Roof'],
      [undefined, 'Asked on Tue 27 Oct for 7,690. Last MSI Sun 18 Oct. Next: Get the decision, Wed 28 Oct.'],
      ['Why', 'next step overdue by 20 days; stale: no MSI for 22 working days (limit 10)'],
    ]);
    expect(block.slice(3).map(([label]) => label)).toEqual(['Ask', 'In reserve']);
    expect(String(block[3]?.[1])).toMatch(/\?$/);
    expect(String(block[4]?.[1]).split('\n')).toHaveLength(2);
    expect(words(tab)).toContain('1 open opportunity or ask belongs to nobody who meets');
  });

  test('the minutes add up, and the drill says what to do', async () => {
    const Drills = [
      ['Drill', 'Trains', 'Script'],
      ['Silence', 'Close', 'Name the price.'],
    ];
    const tab = await tabAt('2026-11-17 08:00', DEALS, { Drills });
    const minutes = tab.rows.flatMap(([label]) => /^(\d+) min$/.exec(String(label?.value))?.[1] ?? []);
    expect(minutes.map(Number)).toEqual([3, 12, 5, 3, 12, 5]);
    expect(words(tab)).toContain('Drill. Silence: Name the price.');
    expect(words(await tabAt('2026-11-17 08:00'))).toContain('None listed yet: name some on the tab Drills');
  });

  test('what was said stands beside what is recorded', async () => {
    const Meetings = [
      ['Date', 'Segment', 'Held', 'Ana', 'Ben'],
      [serial('2026-11-17'), 'Inside', 'Yes', 5, 0],
    ];
    const tab = await tabAt('2026-11-17 10:00', DEALS, { Meetings });
    expect(rowOf(tab, 'Ana')[3]).toBe(5);
    expect(words(tab)).toContain('Ana | 2 said and not written down; it differs in 1 of 1 meeting. | 3 | 5');
    expect(words(tab)).toContain('Ben | The same in the meeting. | 0 | 0');
    expect(words(await tabAt('2026-11-17 10:00'))).toContain('Type on the tab Meetings what each rep says');
  });

  test('on a day without a meeting shows the next one', async () => {
    const tab = await tabAt('2026-11-21 10:00');
    expect(textAt(tab, 0, 0)).toBe('No meeting today');
    expect(textAt(tab, 2, 0)).toBe('Next: Inside, Mon 23 Nov 2026.');
    expect(overEdge(tab)).toEqual([]);
    expect(words(tab)).toContain('Field: next on Tue 24 Nov 2026, 9:00, 20 minutes');
    expect(words(tab)).toContain('No meeting today. This is how the next one looks now');
  });

  test('keeps the deals that were fixed in the morning, and says when one is decided', async () => {
    const morning = await figuresAt('2026-11-17 00:10');
    const agendas = agendasToFix({ ...morning, names: morning.quality.names, today: morning.asOf.day }, []);
    const fixed = (openDeals: readonly DealLine[]) =>
      wipMeetingTab(withOpenDeals({ ...morning, facts: { ...morning.facts, agendas } }, openDeals));
    expect(words(fixed([...DEALS, deal('Grand', { ...silent(40), amount: 9e9 })]))).not.toContain('Grand');
    expect(words(fixed([deal('Acme', { deal: 'Roof' })]))).toContain('Why | chosen this morning, and worked on since');
    expect(words(fixed([]))).toContain('1 deal of this morning decided since.');
  });

  test('many reps: groups are proposed', async () => {
    const Team = [['Rep'], ...['Ana', 'Ben', 'Cas', 'Dot', 'Eve', 'Flo', 'Gus'].map((name) => [name])];
    const tab = await tabAt('2026-11-17 08:00', DEALS, { Team });
    expect(textAt(tab, 2, 0)).toBe('5 of 7 reps recorded nothing.');
    // By the closes that their activity promises: Cas did more than Ben.
    expect(words(tab)).toContain(
      '7 reps are many for 20 minutes. Meet in 2 groups:\n1: Ana, Cas, Ben, Dot\n2: Eve, Flo, Gus',
    );
  });

  test('text that looks like a formula stays text; the order of deals does not matter', async () => {
    const typed = [deal('=HYPERLINK("x")', { ...silent(30), nextStep: { text: '=1+1', on: TODAY - 30 } }), ...DEALS];
    const tab = await tabAt('2026-11-17 08:00', typed);
    expect(words(tab)).toContain('=HYPERLINK("x")');
    expect(tab.rows.flat().flatMap(({ value }) => (typeof value === 'object' ? [value] : []))).toEqual([
      { formula: '=leadsheet_as_of' },
    ]);
    expect(await tabAt('2026-11-17 08:00', typed.toReversed())).toEqual(tab);
  });
});
