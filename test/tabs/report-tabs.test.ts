import { describe, expect, test } from 'vitest';
import type { CellRange, TabLayout } from '../../lambdas/tabs/layout.ts';
import { reportTabs } from '../../lambdas/tabs/report-tabs.ts';
import { someRows } from '../support/ingest-rows.ts';
import { figuresOf, rowOf, textAt } from '../support/report-figures.ts';
import { row } from '../support/trees.ts';

const tabsOf = async (...given: Parameters<typeof figuresOf>): Promise<TabLayout[]> =>
  reportTabs(await figuresOf(...given));
const tabOf = (tabs: readonly TabLayout[], name: TabLayout['name']): TabLayout => {
  const tab = tabs.find((each) => each.name === name);
  if (!tab) throw new Error(`no tab ${name}`);
  return tab;
};

describe('every tab', () => {
  test('is a full grid, and its charts read one row or column within it', async () => {
    for (const { rows, widths, charts } of await tabsOf(someRows(300), '2026-02-02 15:00')) {
      for (const cells of rows) expect(cells).toHaveLength(widths.length);
      const within = ({ startRow, endRow, startColumn, endColumn }: CellRange): void => {
        expect(Math.min(endRow - startRow, endColumn - startColumn)).toBe(1);
        expect(endRow).toBeLessThanOrEqual(rows.length);
        expect(endColumn).toBeLessThanOrEqual(widths.length);
      };
      for (const { domain, series } of charts) [domain, ...series.map(({ range }) => range)].forEach(within);
    }
  });

  test('the range of a chart series is headed by its name', async () => {
    const tabs = await tabsOf(someRows(300), '2026-02-02 15:00');
    const heads = tabs.flatMap(({ rows, charts }) =>
      charts
        .filter(({ headerCount }) => headerCount === 1)
        .flatMap(({ series }) => series.map(({ range }) => rows[range.startRow]?.[range.startColumn]?.value)),
    );
    expect(heads).toEqual([
      'This week',
      'Same days last week',
      'Moving',
      'Stalled',
      'Won / deals',
      '95 % from',
      'to',
      '95 % from',
      'Win rate',
      'to',
      'MSIs',
      'Closes',
      'Opportunities',
      'Asks',
      'Closes',
      'Deals closed',
    ]);
  });

  test('says the same whatever the order of the rows', async () => {
    const rows = someRows(200);
    expect(await tabsOf(rows.toReversed(), '2026-02-02 15:00')).toEqual(await tabsOf(rows, '2026-02-02 15:00'));
  });

  test('text that people typed is never a formula', async () => {
    const evil = '=IMPORTDATA("http://127.0.0.1/")';
    const rows = [
      row('2026-02-02', evil, evil, 'Ask', evil, { deal: evil }),
      row('2026-02-02', '+1', '@x', evil),
      row('2026-02-02', '-1', '=1', 'Attempt', '=2+3'),
    ];
    const formulas = (await tabsOf(rows, '2026-02-02 15:00')).flatMap((tab) =>
      tab.rows.flat().flatMap(({ value }) => (typeof value === 'object' ? [value.formula] : [])),
    );
    expect(
      formulas.filter((formula) => !/^=(leadsheet_as_of|SPARKLINE\([A-Z]+\d+:[A-Z]+\d+\))$/.test(formula)),
    ).toEqual([]);
    expect(formulas.length).toBeGreaterThan(3);
  });

  test('an empty sheet has tabs that say what to do', async () => {
    const tabs = await tabsOf([], '2026-02-02 15:00');
    expect(textAt(tabOf(tabs, 'Week'), 5, 0)).toContain('No rows yet');
    expect(textAt(tabOf(tabs, 'Closing ratio'), 0, 0)).toBe('Closing ratio: not enough history yet');
    expect(tabs.flatMap(({ charts }) => charts)).toEqual([]);
  });
});

describe('Trend', () => {
  test('13 weeks of the team and of each rep, the last one partial', async () => {
    const trend = tabOf(await tabsOf(someRows(700), '2026-02-04 15:00'), 'Trend');
    expect(rowOf(trend, 'Indicator')).toEqual([
      ...['Indicator', '10 Nov', '17 Nov', '24 Nov', '1 Dec', '8 Dec', '15 Dec', '22 Dec', '29 Dec', '5 Jan'],
      ...['12 Jan', '19 Jan', '26 Jan', '2 Feb (partial)'],
    ]);
    // Seven rows a day, one of them left a message, one support work: 5 MSIs a day.
    expect(rowOf(trend, 'MSIs').slice(2, 13)).toEqual(new Array(11).fill(35));
    expect(rowOf(trend, 'MSIs')[13]).toBe(5);
    expect(textAt(trend, 0, 0)).toBe('35 MSIs in the last complete week, level with the four weeks before');
  });
});

describe('Health', () => {
  test('accepted (held included) and rejected add up to what was read, and each problem says what to do', async () => {
    const rows = [
      row('2026-02-02', 'Ana', 'Apex', 'Ask', 'Sent', { amount: 10 }),
      row('2026-02-09', 'Ana', 'Apex', 'Ask', 'Sent', { amount: 10 }),
      row('2026-02-02', 'Ana', '', 'Ask', 'Sent', { amount: 10 }),
      row('2026-02-02', '', 'ACME, Inc.', 'Follow-up', 'pondered'),
      row('2026-02-02', 'Ana', 'Acme', 'Follow-up', 'No answer'),
    ];
    const health = tabOf(await tabsOf(rows, '2026-02-02 15:00'), 'Health');
    const counts = ['Read', 'Accepted', 'Rejected', 'Held'].map((name) => rowOf(health, name)[1]);
    expect(counts).toEqual([5, 4, 1, 1]);
    expect(rowOf(health, 'no prospect').slice(0, 4)).toEqual([
      'no prospect',
      1,
      'rejected',
      'Type whom the selling activity was with',
    ]);
    expect(rowOf(health, 'no rep')[2]).toBe('counted, flagged');
    expect(rowOf(health, 'pondered')[1]).toBe(1);
    expect(rowOf(health, 'ACME, Inc.  ·  Acme')).toBeDefined();
    expect(textAt(health, 0, 0)).toBe("1 row of 5 can't be counted until mended");
    expect(textAt(health, 1, 0)).toBe('As of Mon 2 Feb 2026, 15:00 (Europe/Amsterdam)');
  });

  test('a stopped sync leads, and the figures stay', async () => {
    const figures = await figuresOf(someRows(50), '2026-02-02 15:00');
    const stopped = reportTabs({ ...figures, stop: { message: 'The tab Activity is empty.', digest: 'x', since: 0 } });
    const health = tabOf(stopped, 'Health');
    expect(textAt(health, 0, 0)).toBe('The sync is stopped: the sheet needs your attention');
    expect(textAt(health, 2, 0)).toContain('The tab Activity is empty.');
    const others = (tabs: readonly TabLayout[]) => tabs.filter(({ name }) => name !== 'Health');
    expect(others(stopped)).toEqual(others(reportTabs(figures)));
  });
});
