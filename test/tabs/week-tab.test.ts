import { describe, expect, test } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { activityViews } from '../../lambdas/tabs/activity-views.ts';
import type { TabLayout } from '../../lambdas/tabs/layout.ts';
import { weekColumn } from '../../lambdas/tabs/week-columns.ts';
import { weekTab } from '../../lambdas/tabs/week-tab.ts';
import { figuresOf, rowOf, textAt } from '../support/report-figures.ts';
import { row, serial } from '../support/trees.ts';

/** Two MSIs a working day for Ana and one for Ben, from Monday 5 January to Friday 20 February 2026. */
function steady(until = '2026-02-20'): Cell[][] {
  const rows: Cell[][] = [];
  for (let day = serial('2026-01-05'); day <= serial(until); day++) {
    if ((day - serial('2026-01-05')) % 7 > 4) continue;
    const date = new Date((day - 25_569) * 86_400_000).toISOString().slice(0, 10);
    rows.push(
      row(date, 'Ana', `Apex ${day}`, 'Attempt', 'Spoke'),
      row(date, 'Ana', `Bolt ${day}`, 'Opportunity', 'Spoke'),
    );
    rows.push(
      row(date, 'Ben', `Core ${day}`, 'Attempt', 'Spoke'),
      row(date, 'Ben', `Dune ${day}`, 'Attempt', 'No answer'),
    );
  }
  return rows;
}

const TEAM = {
  Team: [
    ['Rep', 'Segment'],
    ['Ana', 'Inside'],
    ['Ben', 'Field'],
  ],
};
const at = (name: string): number => weekColumn(name);
const AT = {
  today: at('Today'),
  week: at('This week'),
  before: at('Same days last week'),
  target: at('Target'),
  usual: at('Expected by now'),
  pace: at('Pace'),
  status: at('Status'),
  runRate: at('A day from now'),
  attempts: at('Attempts'),
  opportunities: at('Opportunities'),
  empty: at('Days without a row'),
  noOutcome: at('No outcome yet'),
} as const;

describe('the Week tab', () => {
  test('a partial week stands beside the same days of last week', async () => {
    const tab = weekTab(await figuresOf(steady('2026-02-18'), '2026-02-18 14:00', TEAM));
    const ana = rowOf(tab, 'Ana');
    expect([ana[AT.today], ana[AT.week], ana[AT.before], ana[AT.usual], ana[AT.pace]]).toEqual([2, 6, 6, 6, 1]);
    expect(ana[AT.status]).toBe('▲ on pace');
    expect([ana[AT.attempts], ana[AT.opportunities], ana[AT.empty]]).toEqual([3, 3, 0]);
    // Three are expected of Ben: too few to judge.
    expect(rowOf(tab, 'Ben')[AT.status]).toBe('too few to tell');
    expect(rowOf(tab, 'Team').slice(AT.today, AT.target)).toEqual([3, 9, 9]);
    expect(textAt(tab, 2, 0)).toContain('Partial week: Mon-Wed');
  });

  test('before the cut-off hour today is not expected yet', async () => {
    const tab = weekTab(await figuresOf(steady('2026-02-17'), '2026-02-18 08:00', TEAM));
    expect(rowOf(tab, 'Ana').slice(AT.week, AT.pace + 1)).toEqual([4, 6, '–', 4, 1]);
    expect(rowOf(tab, 'Ana')[AT.empty]).toBe(0);
  });

  test('until the cut-off hour of Monday it leads with last week, complete', async () => {
    const rows = [...steady('2026-02-13'), row('2026-02-16', 'Ana', 'Early', 'Ask', 'Sent')];
    const early = weekTab(await figuresOf(rows, '2026-02-16 07:00', TEAM));
    expect(textAt(early, 0, 0)).toContain('Week of Mon 9 Feb 2026: 15 MSIs');
    expect(textAt(early, 2, 0)).toContain('Complete week');
    const heads = (tab: TabLayout) => [AT.today, AT.week, AT.before, AT.usual].map((column) => textAt(tab, 4, column));
    expect(heads(early)).toEqual(['Sun', 'Last week', 'Week before', 'Expected']);
    expect(early.charts.map(({ title }) => title)).toEqual(['MSIs by rep: last week and the week before']);
    const noon = weekTab(await figuresOf(rows, '2026-02-16 12:00', TEAM));
    expect(textAt(noon, 0, 0)).toContain('Week of Mon 16 Feb 2026: 1 MSI');
    expect(heads(noon)).toEqual(['Today', 'This week', 'Same days last week', 'Expected by now']);
    expect(noon.charts.map(({ title }) => title)).toEqual(['MSIs by rep: this week and the same days last week']);
  });

  test('states the finding: who is behind', async () => {
    const rows = [...steady('2026-02-13'), row('2026-02-16', 'Ana', 'Apex', 'Attempt', 'Spoke')];
    const tab = weekTab(await figuresOf(rows, '2026-02-20 18:00', TEAM));
    expect(textAt(tab, 0, 0)).toBe('Week of Mon 16 Feb 2026: 1 MSI, 2 of 2 reps behind the usual pace');
    // Cas has no usual week, so nobody can tell.
    const three = { Team: [...(TEAM.Team ?? []), ['Cas']] };
    expect(textAt(weekTab(await figuresOf(rows, '2026-02-20 18:00', three)), 0, 0)).toBe(
      'Week of Mon 16 Feb 2026: 1 MSI, 2 of the 2 reps who can be judged are behind the usual pace',
    );
    expect(rowOf(tab, 'Ben')[AT.status]).toBe('▼ behind');
    expect(rowOf(tab, 'Ben')[AT.empty]).toBe(5);
  });

  test('a holiday lowers what is expected; a rep on leave all week is off, not at 0 %', async () => {
    const Calendar: Cell[][] = [
      ['Date', 'Rep or Segment', 'Kind'],
      [serial('2026-02-16'), '', 'Holiday'],
    ];
    for (let day = 16; day <= 20; day++) Calendar.push([serial(`2026-02-${day}`), 'Ben', 'Leave']);
    const tab = weekTab(await figuresOf(steady('2026-02-13'), '2026-02-20 18:00', { ...TEAM, Calendar }));
    expect(rowOf(tab, 'Ana')[AT.usual]).toBe(8);
    expect(rowOf(tab, 'Ana')[AT.empty]).toBe(4);
    expect(rowOf(tab, 'Ben').slice(AT.usual, AT.pace + 1)).toEqual(['–', '–']);
    expect(rowOf(tab, 'Ben')[AT.status]).toBe('off');
    expect(rowOf(tab, 'Ben')[AT.empty]).toBe(0);
  });

  test('attempts without an outcome are shown apart, and outside pace unless the settings count them', async () => {
    const rows = [
      ...steady('2026-02-13'),
      ...Array.from({ length: 10 }, (_, i) => row('2026-02-17', 'Ana', `New ${i}`, 'Attempt')),
    ];
    const apart = rowOf(weekTab(await figuresOf(rows, '2026-02-20 18:00', TEAM)), 'Ana');
    expect([apart[AT.week], apart[AT.noOutcome], apart[AT.pace]]).toEqual([10, 10, 0]);
    const Settings = [
      ['Setting', 'Value'],
      ['Attempts without outcome', 'Count'],
    ];
    const counted = rowOf(weekTab(await figuresOf(rows, '2026-02-20 18:00', { ...TEAM, Settings })), 'Ana');
    expect(counted[AT.pace]).toBe(1);
  });

  test('who is not on Team has a line, and is not expected to record', async () => {
    const tab = weekTab(
      await figuresOf(
        [...steady(), row('2026-02-18', 'Zoe', 'Apex', 'Ask', 'Sent'), row('2026-02-18', '', 'Apex', 'Ask', 'Sent')],
        '2026-02-20 18:00',
        TEAM,
      ),
    );
    const names = tab.rows.slice(5).map(([first]) => first?.value);
    expect(names.slice(0, 5)).toEqual(['Ana', 'Ben', 'Zoe', '(unassigned)', 'Team']);
    expect(rowOf(tab, 'Zoe')[AT.empty]).toBeUndefined();
    expect(rowOf(tab, 'Ana')[AT.empty]).toBe(0);
  });

  test('the week of a rep leads to its rows; entry delay and rows typed at the end stand where they are known', async () => {
    const figures = await figuresOf(steady('2026-02-18'), '2026-02-18 14:00', TEAM);
    const monday = serial('2026-02-16');
    // The rows of Monday, Tuesday and Wednesday were all typed on Wednesday: 2, 1, 0 days late.
    const late = [0, 1, 2].map((at) => ({ day: monday + at, seen: monday + 2 }));
    const tab = weekTab({ ...figures, entries: new Map([['r:ana', late]]) });
    const [delay, batch] = [at('Entry delay, working days'), at('Typed at the end')];
    expect([rowOf(tab, 'Ana')[delay], rowOf(tab, 'Ana')[batch]]).toEqual([1, 1]);
    expect([rowOf(tab, 'Ben')[delay], rowOf(tab, 'Ben')[batch]]).toEqual(['–', '–']);
    const links = ['Ana', 'Ben', 'Team'].map(
      (name) => tab.rows.find(([first]) => first?.value === name)?.[AT.week]?.link,
    );
    const { thisWeek } = activityViews(figures);
    expect(links).toEqual([
      expect.stringMatching(new RegExp(`#gid=\\d+&fvid=${thisWeek.get('r:ana')}$`)),
      expect.stringMatching(new RegExp(`#gid=\\d+&fvid=${thisWeek.get('r:ben')}$`)),
      undefined,
    ]);
    const without = weekTab({ ...figures, links: { ...figures.links, views: false } });
    expect(without.rows.flat().filter(({ link }) => link !== undefined)).toEqual([]);
  });
});
