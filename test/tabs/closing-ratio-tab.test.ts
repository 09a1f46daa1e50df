import { describe, expect, test } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { closingRatioTab } from '../../lambdas/tabs/closing-ratio-tab.ts';
import { overEdge } from '../support/over-edge.ts';
import { figuresOf, rowOf, textAt } from '../support/report-figures.ts';
import { row } from '../support/trees.ts';

/** So that no deal is under way when the data begin. */
const BEGIN = row('2025-06-02', 'Zoe', '', 'Administration');
const worked = (prospect: string, ...steps: readonly (readonly [date: string, rep: string, activity: string])[]) =>
  steps.map(([date, rep, activity]): Cell[] => {
    const outcome = { Close: 'Booked', Lost: 'Lost' }[activity] ?? 'Spoke';
    const amount = activity === 'Ask' || activity === 'Close' ? { amount: 1000 } : {};
    return row(date, rep, prospect, activity === 'Lost' ? 'Close' : activity, outcome, amount);
  });

/**
 * Four deals of the week of 5 January: Ana closes one (4 days), loses one, leaves one open; Ben gets her fourth as an
 * opportunity and asks. A week is matured 4 days after its end.
 */
const ROWS = [
  BEGIN,
  ...worked('Acme', ['2026-01-05', 'Ana', 'Attempt'], ['2026-01-07', 'Ana', 'Ask'], ['2026-01-09', 'Ana', 'Close']),
  ...worked('Bolt', ['2026-01-06', 'Ana', 'Opportunity'], ['2026-01-08', 'Ana', 'Lost']),
  ...worked('Crux', ['2026-01-06', 'Ana', 'Attempt']),
  ...worked('Dune', ['2026-01-07', 'Ana', 'Opportunity'], ['2026-01-09', 'Ben', 'Ask']),
];
const tabOf = async (rows: readonly Cell[][], asOf: string) => closingRatioTab(await figuresOf(rows, asOf));
const cells = (tab: Awaited<ReturnType<typeof tabOf>>, first: string, nth = 0) =>
  tab.rows.filter((row) => row[0]?.value === first)[nth]?.map(({ value }) => value) ?? [];

describe('Closing ratio', () => {
  test('steps of distinct deals with x/n; their product is the headline; won + lost + open = the deals', async () => {
    const tab = await tabOf(ROWS, '2026-01-19 12:00');
    expect(textAt(tab, 0, 0)).toBe('25 % of the deals first worked are closed by now (1/4; 95 % interval 5–70 %)');
    expect(rowOf(tab, 'Prospects worked').slice(1, 2)).toEqual([4]);
    expect(rowOf(tab, 'Opportunity').slice(1, 4)).toEqual([3, '3/4', 0.75]);
    expect(rowOf(tab, 'Ask').slice(1, 4)).toEqual([2, '2/3', 2 / 3]);
    expect(rowOf(tab, 'Closed').slice(1, 4)).toEqual([1, '1/2', 0.5]);
    const words = tab.rows.map(([first]) => first?.value);
    expect(words).toContain('75.0 % × 66.7 % × 50.0 % = 25.0 %, prospect to close.');
    expect(overEdge(tab)).toEqual([]);
    expect(words).toContain('1 won + 1 lost + 2 open = 4 deals first worked.');
    expect(words).toContain('Of 100 deals first worked 75 become opportunities, 50 get an ask, 25 close');
    // Asked for 1 000 twice, won once.
    expect(rowOf(tab, 'Won of the value asked').slice(1, 3)).toEqual([0.5, '1K/2K']);
  });

  test("a rep's own funnel starts where the rep came in, and shows what was received", async () => {
    const tab = await tabOf(ROWS, '2026-01-19 12:00');
    const own = tab.rows.findIndex(([, second]) => second?.value === 'Received from others');
    const line = (name: string) =>
      tab.rows
        .slice(own)
        .find(([first]) => first?.value === name)
        ?.map(({ value }) => value) ?? [];
    expect([1, 2, 5, 8].map((at) => line('Ana')[at])).toEqual([0, '3/4', '2/3', '1/2']);
    expect([1, 2, 5, 8].map((at) => line('Ben')[at])).toEqual([1, '– (0/0)', '1/1', '0/1']);
    // Ben worked no deal first.
    expect(cells(tab, 'Ben').slice(1, 3)).not.toEqual(['– (0/0)', '– (0/0)']);
  });

  test('win rates stand beside what they would be with the stale ones as lost', async () => {
    const tab = await tabOf(ROWS, '2026-02-16 12:00');
    expect(rowOf(tab, 'Win rate').slice(1, 3)).toEqual([0.5, '1/2']);
    // Dune was asked on 9 January, and nobody worked it since.
    expect(rowOf(tab, 'Win rate, stale as lost').slice(1, 3)).toEqual([1 / 3, '1/3']);
    const heads = tab.rows.findIndex(([, second]) => second?.value === 'Won / decided');
    const lines = tab.rows.slice(heads + 1, heads + 4).map((cells) => [0, 1, 5, 6].map((at) => cells[at]?.value));
    expect(lines).toEqual([
      ['Ana', '1/2', 0, '1/2'],
      ['Ben', '– (0/0)', 1, '0/1'],
      ['Team', '1/2', 1, '1/3'],
    ]);
  });

  test('where nobody says Lost the win rate says that it says nothing', async () => {
    const tab = await tabOf(
      ROWS.filter((cells) => cells[5] !== 'Lost'),
      '2026-01-19 12:00',
    );
    expect(rowOf(tab, 'Win rate')[5]).toContain('No deal stands as Lost');
  });

  test('opening deals are counted outside', async () => {
    const tab = await tabOf([row('2026-01-05', 'Ana', 'Early', 'Ask', 'Sent'), ...ROWS.slice(1)], '2026-01-19 12:00');
    const words = tab.rows.map(([first]) => String(first?.value));
    // Bolt and Dune begin with an opportunity in the first weeks too; Bolt is lost.
    expect(words.some((line) => line.startsWith('Outside:') && line.includes('2 open ones'))).toBe(true);
    expect(rowOf(tab, 'Prospects worked')[1]).toBe(2);
  });

  test('shares of fewer than 20 deals are grey, and nothing is coloured', async () => {
    const tab = await tabOf(ROWS, '2026-01-19 12:00');
    const styles = new Set(tab.rows.flat().map(({ style }) => style));
    for (const verdict of ['good', 'caution', 'bad'] as const) expect(styles.has(verdict)).toBe(false);
    expect(tab.rows.find((row) => row[0]?.value === 'Opportunity')?.[3]?.style).toBe('percent-muted');
  });

  test('the chart by week leaves out the weeks that the table greys, and says how many', async () => {
    const days = ['2026-01-05', '2026-01-12', '2026-01-19', '2026-01-26'];
    const more = days.flatMap((day) => worked(`Deal of ${day}`, [day, 'Ana', 'Attempt']));
    const tab = await tabOf([...ROWS, ...more], '2026-01-27 12:00');
    const [chart] = tab.charts.filter(({ title }) => title.startsWith('Prospect to close by week'));
    const charted = tab.rows.slice((chart?.domain.startRow ?? 0) + 1, chart?.domain.endRow);
    expect(charted.map((line) => [line[0]?.value, line[8]?.value])).toEqual([
      ['5 Jan', 'yes'],
      ['12 Jan', 'yes'],
    ]);
    expect(chart?.subtitle).toBe('matured weeks; the 2 youngest are too young to tell');
    const early = await tabOf([...ROWS, ...more], '2026-01-20 12:00');
    expect(early.charts.some(({ title }) => title.startsWith('Prospect to close by week'))).toBe(false);
  });

  test('before anything closed it says so, and charts nothing but what is there', async () => {
    const tab = await tabOf([BEGIN, ...worked('Acme', ['2026-01-05', 'Ana', 'Attempt'])], '2026-01-19 12:00');
    expect(textAt(tab, 0, 0)).toBe('Closing ratio: not enough history yet');
    expect(tab.rows.map(([first]) => first?.value)).toContain(
      'No deal has closed in the last 104 weeks. The ratio appears when deals have had time to close.',
    );
  });
});
