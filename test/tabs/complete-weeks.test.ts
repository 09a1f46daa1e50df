import { expect, test } from 'vitest';
import { reckon } from '../../lambdas/report/reckon.ts';
import type { TabLayout } from '../../lambdas/tabs/layout.ts';
import { reportTabs } from '../../lambdas/tabs/report-tabs.ts';
import { book, LONG_BEFORE } from '../support/method.ts';
import { row } from '../support/trees.ts';

/** Three asks, decided on a Tuesday; the week ends on Sunday 22 November. */
const ROWS = [
  LONG_BEFORE,
  ...['Acme', 'Birch', 'Cedar'].flatMap((prospect, i) => [
    row('2026-11-03', 'Ana', prospect, 'Attempt', 'Interested'),
    row('2026-11-10', 'Ana', prospect, 'Ask', 'Interested', { amount: 100 }),
    row('2026-11-17', 'Ana', prospect, 'Close', i === 0 ? 'Lost' : 'Booked', { amount: 100 }),
  ]),
  row('2026-11-17', 'Ana', 'Dune', 'Opportunity', 'Interested'),
];

/** What every tab says with so many minutes of that Sunday gone; 1440 = it is over. */
async function cells(minute: number): Promise<(name: TabLayout['name'], first: string) => unknown[]> {
  const { figures } = await book(ROWS).at('2026-11-22 20:00');
  const tabs = reportTabs(reckon({ ...figures, asOf: { ...figures.asOf, minute } }));
  return (name, first) => {
    const rows = tabs.find((tab) => tab.name === name)?.rows ?? [];
    return rows.find(([cell]) => cell?.value === first)?.map(({ value }) => value) ?? [];
  };
}

test('a week whose last day is over is a complete one on every tab, and not before', async () => {
  const [open, over] = [await cells(1439), await cells(1440)];
  expect(open('Closing ratio', 'Win rate')[2]).toBe('– (0/0)');
  expect(over('Closing ratio', 'Win rate')[2]).toBe('2/3');
  expect(open('Closing ratio', 'Closes per ask, in rows')[2]).toBe('0/3');
  expect(over('Closing ratio', 'Closes per ask, in rows')[2]).toBe('2/3');
  expect(open('Deals', '× average won deal')).toEqual([]);
  expect(over('Deals', '× average won deal')[1]).toBe(100);
  const takes = async (minute: number): Promise<unknown> => {
    const { figures } = await book(ROWS).at('2026-11-22 20:00');
    const targets = reportTabs(reckon({ ...figures, asOf: { ...figures.asOf, minute } })).find(
      ({ name }) => name === 'Targets',
    );
    const from = targets?.rows.findIndex(([cell]) => String(cell?.value).startsWith('It takes you')) ?? 0;
    return targets?.rows.slice(from).find(([cell]) => cell?.value === 'Ana')?.[10]?.value;
  };
  expect(await takes(1439)).toBe('0/3');
  expect(await takes(1440)).toBe('2/3');
});
