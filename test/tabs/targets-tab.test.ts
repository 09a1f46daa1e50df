import { describe, expect, test } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { reckon } from '../../lambdas/report/reckon.ts';
import type { TabLayout } from '../../lambdas/tabs/layout.ts';
import type { ReportFigures } from '../../lambdas/tabs/report-figures.ts';
import { targetsTab } from '../../lambdas/tabs/targets-tab.ts';
import { weekColumn } from '../../lambdas/tabs/week-columns.ts';
import { weekTab } from '../../lambdas/tabs/week-tab.ts';
import { overEdge } from '../support/over-edge.ts';
import { figuresOf, rowOf, textAt } from '../support/report-figures.ts';
import { row, serial } from '../support/trees.ts';
import { Rollups, rulesWith, teamTab } from '../support/week-rollups.ts';

const FOUR = ['Ana', 'Ben', 'Cy', 'Di'];
const USUAL = {
  rows: 76,
  msis: 76,
  attempts: 40,
  followUps: 20,
  opportunities: 10,
  asks: 5,
  closes: 1,
  bookedAmount: 100_000,
  closeAmount: 100_000,
};

/** 26 usual weeks of four reps, then what is done in the week of 16 November; as of Wednesday afternoon. */
async function figures(
  goals: Parameters<typeof rulesWith>[0],
  more: (rollups: Rollups) => Rollups = (same) => same,
): Promise<ReportFigures> {
  const rollups = FOUR.reduce((all, rep) => all.weekly('2026-05-18', '2026-11-09', rep, USUAL), new Rollups());
  const blank = await figuresOf([], '2026-11-18 15:00');
  return reckon({ ...blank, rules: rulesWith(goals, { Team: teamTab(...FOUR) }), weeks: more(rollups).weeks });
}

const GOALS = [
  ['Ana', '2026-10-01', 'Quarter', 13_200],
  ['', '2026-10-01', 'Quarter', 39_600],
] as const;
/** The row of a rep below the heading that begins so. */
function under(tab: TabLayout, heading: string, first: string): readonly unknown[] {
  const from = tab.rows.findIndex(([cell]) => String(cell?.value ?? '').startsWith(heading));
  return rowOf({ ...tab, rows: tab.rows.slice(from) }, first);
}

describe('the Targets tab', () => {
  test('what the week needs, the team as the sum of the reps', async () => {
    const tab = targetsTab(await figures(GOALS));
    expect(overEdge(tab)).toEqual([]);
    expect(under(tab, 'Activity that the week', 'Ana').slice(1, 10)).toEqual([
      75,
      40,
      20,
      10,
      5,
      1,
      '+5',
      1,
      'their own goal',
    ]);
    expect(under(tab, 'Activity that the week', 'Ben')[9]).toBe("share of the team's goal by working days");
    const msis = FOUR.map((rep) => Number(under(tab, 'Activity that the week', rep)[1]));
    expect(under(tab, 'Activity that the week', 'Team')[1]).toBe(msis.reduce((sum, n) => sum + n, 0));
  });

  test('names the currency where one is set', async () => {
    const each = await figures(GOALS);
    const at = (currency: string): ReportFigures => ({
      ...each,
      rules: { ...each.rules, settings: { ...each.rules.settings, currency } },
    });
    const [none, pounds] = [targetsTab(at('')), targetsTab(at('GBP'))];
    expect(textAt(none, 0, 0)).toMatch(/^Quarter to date: [\d,]+ of 39,600/);
    expect(textAt(pounds, 0, 0)).toMatch(/^Quarter to date: GBP [\d,]+ of 39,600/);
    const axes = (tab: TabLayout) => tab.charts.flatMap(({ leftTitle }) => leftTitle ?? []);
    expect(axes(none).slice(0, 2)).toEqual(['amount', 'amount']);
    expect(axes(pounds).slice(0, 2)).toEqual(['amount, GBP', 'amount, GBP']);
    const heads = weekTab(at('GBP')).rows.flatMap((cells) => cells.map(({ value }) => value));
    expect(heads).toContain('Closed amount, GBP');
  });

  test('what is left of the period: goal, net, missing, and what it takes', async () => {
    const tab = targetsTab(await figures(GOALS));
    // 6 of 13.2 deals are closed; 7.2 deals are 36 asks, 72 opportunities, 288 attempts and 144 follow-ups in 31 days.
    expect(under(tab, 'To the end of the period', 'Ana').slice(1, 13)).toEqual([
      ...[serial('2026-12-31'), 13_200, 6000, 0, 7200, 1000],
      ...[8, 36, 72, 288, 540, 31],
    ]);
  });

  test('month and quarter to date; the title states the finding', async () => {
    const tab = targetsTab(await figures(GOALS, (more) => more.on('2026-11-17', 'Ana', { cancelledAmount: 50_000 })));
    // 35 of 66 days are over: 7000 of 13 200.
    expect(under(tab, 'Quarter to date: 1 Oct', 'Ana').slice(1, 13)).toEqual([
      ...[13_200, 7000, 5500, 5500 / 7000, '▼ behind', 5500 / 13_200],
      ...[6000, 0, 0, 6000, 500, 0],
    ]);
    expect(under(tab, 'Month to date', 'Ana').slice(1, 6)).toEqual([4200, 2600, 1500, 1500 / 2600, 'too few to tell']);
    expect(textAt(tab, 0, 0)).toBe(
      'Quarter to date: 23,500 of 39,600, 112 % of what is expected by now; the only rep who can be judged is behind',
    );
  });

  test('the gap by what made it, and what to do about it', async () => {
    const tab = targetsTab(
      await figures(
        [
          ['', '2026-10-01', 'Quarter', 60_000],
          ['Cy', '2026-10-01', 'Quarter', 1],
        ],
        (more) =>
          // Ana calls eight times as much, for nothing.
          more.on('2026-10-05', 'Ana', { attempts: 1680, msis: 1680 }),
      ),
    );
    const ana = under(tab, 'What is in my control', 'Ana');
    const parts = ana.slice(2, 8).map((part) => (typeof part === 'number' ? part : 0));
    // Also as one reads them: in whole units, and so do the columns.
    expect(parts.every(Number.isInteger)).toBe(true);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(ana[1]);
    const together = under(tab, 'What is in my control', 'Together');
    for (const at of [1, 2, 3, 4, 5, 6, 7]) {
      const column = FOUR.map((rep) => under(tab, 'What is in my control', rep)[at]);
      expect(column.reduce<number>((sum, part) => sum + (typeof part === 'number' ? part : 0), 0)).toBe(together[at]);
    }
    expect(ana[8]).toContain('Coach the step from attempt to opportunity, not more calls: 60/1,920 = 3.1 %');
    expect(under(tab, 'What is in my control', 'Ben')[8]).toContain('More attempts: 240 done');
    expect(under(tab, 'What is in my control', 'Cy')[8]).toBe('At or above what is expected by now');
  });

  test('it takes you: the ratios with x/n, the range and what they lean on', async () => {
    const tab = targetsTab(await figures(GOALS));
    const ana = under(tab, 'It takes you', 'Ana');
    expect(ana.slice(1, 12)).toEqual([40, 40, 40, 10, 5, '260/1040', 0.25, '130/260', 0.5, '26/130', 0.2]);
    expect(ana[12]).toBe('the segment');
  });

  test('without goals it says what to do, and shows what needs none', async () => {
    const tab = targetsTab(await figures([]));
    expect(textAt(tab, 0, 0)).toBe('Targets: add goals on the tab Goals to see them');
    expect(under(tab, 'Quarter to date: 1 Oct', 'Ana').slice(1, 6)).toEqual(['–', '–', 6000, '–', 'no goal']);
    expect(under(tab, 'It takes you', 'Ana')[1]).toBe(40);
    expect(tab.charts).toEqual([]);
    expect(textAt(targetsTab(await figures([['Ana', '2025-01-01', 'Quarter', 1]])), 0, 0)).toContain(
      'no goal covers today',
    );
    expect(textAt(targetsTab(await figuresOf([], '2026-11-18 15:00')), 2, 0)).toContain('No rows yet');
  });

  test('that deals take longer than the days left is said once', async () => {
    const late = (more: Rollups) => more.daysToClose('2026-11-09', 60, 9);
    const tab = targetsTab(await figures(GOALS, late));
    const said = tab.rows.flat().filter(({ value }) => String(value).includes('eals take 60 days'));
    expect(said.map(({ value }) => value)).toEqual([
      "Deals take 60 days (median), 46 are left to 31 Dec, but no goal is listed for the next period: this one's goes on.",
    ]);
  });
});

describe('targets on the Week tab', () => {
  const at = (name: string): number => weekColumn(name);

  test('done of what the week needs, pace against the target, and the rate that is left', async () => {
    const done = { rows: 33, msis: 33, attempts: 17, followUps: 9, opportunities: 4, asks: 2, closes: 1 };
    const tab = weekTab(await figures(GOALS, (more) => more.on('2026-11-17', 'Ana', done)));
    const ana = rowOf(tab, 'Ana');
    expect([ana[at('Target')], ana[at('Expected by now')], ana[at('Pace')]]).toEqual([75, 45, 33 / 45]);
    expect(ana[at('Status')]).toBe('▼ behind');
    expect(ana[at('A day from now')]).toBe(21); // 42 in Thursday and Friday
    expect(ana.slice(at('Attempts'), at('Lost'))).toEqual(['17 of 40', '9 of 20', '4 of 10', '2 of 5', '1 of 1']);
    expect(textAt(tab, 0, 0)).toMatch(/^Week of Mon 16 Nov 2026: 33 of \d+ MSIs, 4 of 4 reps behind pace$/);
  });

  test('the target that was fixed stands, whatever the rows say now', async () => {
    const now = await figures(GOALS);
    const target = { msis: 10, attempts: 4, followUps: 3, opportunities: 2, asks: 1, closes: 1 };
    const facts = { ...now.facts, targets: [{ week: serial('2026-11-16'), reps: { 'r:ana': target, t: target } }] };
    const tab = weekTab(reckon({ ...now, facts }));
    expect(rowOf(tab, 'Ana')[at('Target')]).toBe(10);
    // No goal of Ben's was there on Monday: it counts from now on, and for the team.
    const ben = rowOf(tab, 'Ben')[at('Target')];
    expect(ben).toBeGreaterThan(20);
    expect(rowOf(tab, 'Team')[at('Target')]).toBe(10 + 3 * Number(ben));
  });
});

test('Fred calls five times as much as Jane and closes less: no view presents him ahead of her', async () => {
  const rows: Cell[][] = [];
  for (let week = 0; week < 12; week++) {
    const day = (nth: number) =>
      new Date((serial('2026-08-24') + 7 * week + nth - 25_569) * 86_400_000).toISOString().slice(0, 10);
    for (let nth = 0; nth < 5; nth++) {
      rows.push(row(day(nth), 'Fred', `F${week}${nth}`, 'Attempt', 'Spoke', { count: 25 }));
      rows.push(row(day(nth), 'Jane', `J${week}${nth}`, 'Attempt', 'Spoke', { count: 5 }));
    }
    for (let nth = 0; nth < 4; nth++) {
      if (nth < 3) rows.push(row(day(nth), 'Fred', `F${week}${nth}`, 'Opportunity', 'Needs'));
      rows.push(row(day(nth), 'Jane', `J${week}${nth}`, 'Opportunity', 'Needs'));
      if (nth < 3) rows.push(row(day(4), 'Jane', `J${week}${nth}`, 'Close', 'Booked', { amount: 1000 }));
    }
    if (week % 2 === 0) rows.push(row(day(4), 'Fred', `F${week}0`, 'Close', 'Booked', { amount: 1000 }));
  }
  const Goals = [
    ['Rep', 'Period start', 'Period', 'Revenue goal'],
    ['', serial('2026-10-01'), 'Quarter', 40_000],
  ];
  for (const tabs of [{ Goals }, {}]) {
    const now = await figuresOf(rows, '2026-11-13 18:00', tabs);
    for (const { name, rows: lines } of [weekTab(now), targetsTab(now)]) {
      const order = lines.flatMap(([first]) =>
        first?.value === 'Fred' || first?.value === 'Jane' ? [first.value] : [],
      );
      expect(order.length, name).toBeGreaterThan(1);
      expect(order, name).toEqual(order.map((_, nth) => (nth % 2 === 0 ? 'Jane' : 'Fred')));
    }
    expect(under(targetsTab(now), 'It takes you', 'Fred')[1]).toBeGreaterThan(100);
  }
});
