import { describe, expect, test } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import type { TabName } from '../../lambdas/tabs/tab-names.ts';
import { book, goals, type Report, typed } from '../support/method.ts';
import { row, serial } from '../support/trees.ts';

/**
 * "Fred makes 25 calls a day, gets 3 opportunities a week and closes 1 in 6; Jane makes 25 calls a week, gets 4 and
 * closes 3 in 4. No view may present Fred as ahead of Jane." His name comes before hers in the alphabet.
 */
const LAST_MONDAY = serial('2026-11-16');
const OTHERS = ['Abe', 'Bea', 'Cas', 'Dot', 'Eli', 'Kim'];

const dateOf = (day: number): string => new Date((day - 25_569) * 86_400_000).toISOString().slice(0, 10);

/** Whole weeks until Sunday 15 November, and some days of the current one. */
function log(weeks: number, days: number, withAsks: boolean): Cell[][] {
  const rows: Cell[][] = [];
  for (let nth = 0; nth <= weeks; nth++) {
    const monday = LAST_MONDAY - 7 * (weeks - nth);
    const worked = nth === weeks ? days : 5;
    for (let day = 0; day < worked; day++) {
      const date = dateOf(monday + day);
      const of = (rep: string, prospect: string, ...rest: [string, string, object?]) =>
        rows.push(row(date, rep, `${prospect} ${nth}-${day}`, ...rest));
      of('Fred', 'Fir', 'Attempt', 'Spoke', { count: 25 });
      of('Jane', 'Jay', 'Attempt', 'Spoke', { count: 5 });
      if (day < 3) of('Fred', 'Fir', 'Opportunity', 'Needs');
      if (day < 4) of('Jane', 'Jay', 'Opportunity', 'Needs');
      if (withAsks && day < 3) of('Fred', 'Fir', 'Ask', 'Sent', { amount: 1000 });
      if (withAsks && day < 4) of('Jane', 'Jay', 'Ask', 'Sent', { amount: 1000 });
      // Three opportunities a week: every second week one of six.
      if (day === 1 && nth % 2 === 0) of('Fred', 'Fir', 'Close', 'Booked', { amount: 1000 });
      if (day < 3) of('Jane', 'Jay', 'Close', 'Booked', { amount: 1000 });
      for (const rep of ['Fred', 'Jane'])
        rows.push([serial(date), rep, '', '', 'Administration', '', '', '', '', 60], [...minutesOf(date, rep)]);
      if (day === 0) for (const rep of OTHERS) of(rep, `Of ${rep}`, 'Attempt', 'Spoke', { count: 3 });
    }
  }
  return rows;
}

const minutesOf = (date: string, rep: string): readonly Cell[] => [
  ...row(date, rep, `Long talks of ${rep}`, 'Follow-up', 'Spoke'),
  ...['', 240],
];

/** The two names in the order in which a tab has them, and the cells that hold both. */
function order(report: Report, name: TabName): { readonly lines: string[]; readonly within: string[] } {
  const { rows } = report.tab(name);
  const lines = rows.flatMap(([first]) => (first?.value === 'Fred' || first?.value === 'Jane' ? [first.value] : []));
  const within = rows
    .flat()
    .map(({ value }) => String(value))
    .filter((words) => /\bFred\b/.test(words) && /\bJane\b/.test(words));
  return { lines, within };
}

const Team = typed(['Rep', 'Segment'], ...['Fred', 'Jane', ...OTHERS].map((rep) => [rep, 'Inside']));
const Goals = goals(['', '2026-10-01', 'Quarter', 60_000]);
const Meetings = typed(
  ['Date', 'Segment', 'Held', 'Fred', 'Jane'],
  ['2026-11-12', 'Inside', 'Yes', 60, 12],
  ['2026-11-13', 'Inside', 'Yes', 25, 6],
);
const TABS: Readonly<Record<string, Parameters<typeof book>[1]>> = {
  'with goals': { Team, Goals, Meetings },
  'without goals': { Team, Meetings },
  'without a Team tab': { Goals },
};
const ORDERED = ['Week', 'WIP meeting', 'Targets', 'Closing ratio', 'Trend', 'Time', 'Health'] as const;

const MOMENTS: readonly (readonly [time: string, days: number, weeks: readonly number[]])[] = [
  ['2026-11-16 07:00', 0, [1, 2, 4, 13, 26]],
  ['2026-11-17 18:00', 2, [1, 2, 4, 13, 26]],
  // At the end of their first week, too.
  ['2026-11-20 18:00', 5, [0, 1, 12]],
];

describe.each(Object.entries(TABS))('%s', (_, tabs) => {
  describe.each(MOMENTS)('at %s', (time, days, history) => {
    test.each(history)('after %i whole weeks no tab has Fred ahead of Jane', async (weeks) => {
      for (const withAsks of [true, false]) {
        const report = await book(log(weeks, days, withAsks), tabs).at(time);
        for (const name of ORDERED) {
          const { lines, within } = order(report, name);
          expect(lines, name).toEqual(lines.map((__, nth) => (nth % 2 === 0 ? 'Jane' : 'Fred')));
          for (const words of within) expect(words.indexOf('Jane'), words).toBeLessThan(words.indexOf('Fred'));
          if (name !== 'Time' || weeks >= 4) expect(lines.length, name).toBeGreaterThan(0);
        }
      }
    });
  });
});
