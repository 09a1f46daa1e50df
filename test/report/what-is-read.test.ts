import { beforeEach, describe, expect, test } from 'vitest';
import { loadFigures } from '../../lambdas/report/load-figures.ts';
import { type MemoryService, memoryService } from '../support/memory-service.ts';
import { activityOf, NAMES } from '../support/rep-edits.ts';
import { row, serial } from '../support/trees.ts';

const BOOK = 'book';
const TODAY = serial('2026-02-02');
const OTHER = '1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms';
let one: MemoryService;

const ROWS = [
  row('2026-01-28', 'Ana', 'Acme', 'Ask', 'Sent'),
  row('2026-01-29', 'Ana', 'Bolt', 'Close', 'Booked', { amount: 500 }),
  row('2026-02-02', 'Ben', 'Crane', 'Ask', 'Sent'),
  row('2026-02-03', 'Ben', 'Tomorrow', 'Ask', 'Sent'),
  row('2026-03-04', 'Ben', 'Next month', 'Ask', 'Sent'),
  row('2026-03-04', 'Ben', '', 'No such thing', ''),
];
const setting = (name: string, value: string | number) => [
  ['Setting', 'Value'],
  [name, value],
];

async function book(tabs: Parameters<typeof memoryService>[1][string] = {}): Promise<void> {
  const now = Date.parse('2026-02-02T11:00:00Z');
  one = memoryService(now, { [BOOK]: { Activity: [[...NAMES, 'Check'], ...ROWS], ...tabs } });
  await one.settle(BOOK);
}
beforeEach(() => book());

async function figures(day = TODAY, over: object = {}) {
  const head = one.store.table.heads.get(BOOK);
  const { source, derived } = head ?? {};
  if (!head || source === undefined || !derived) throw new Error('nothing is rolled up');
  return loadFigures(one.store.open(), BOOK, { ...head, source, derived, ...over }, () => ({ day, minute: 720 }));
}

describe('what a report reads', () => {
  test('accepted rows of days to come are held', async () => {
    expect((await figures()).held).toBe(2);
    expect((await figures(TODAY + 1)).held).toBe(1);
    expect((await figures(TODAY + 60)).held).toBe(0);
    expect((await figures(TODAY - 60)).held).toBe(5);
  });

  test('whether rows have come due since the last rollup', async () => {
    expect((await figures()).isBehind).toBe(false);
    expect((await figures(TODAY + 1)).isBehind).toBe(true);
    expect((await figures(TODAY - 60)).isBehind).toBe(false);
  });

  test('open and decided deals', async () => {
    const { openDeals, decidedDeals } = await figures();
    expect(openDeals.map(({ prospect }) => prospect).sort()).toEqual(['Acme', 'Crane']);
    expect(decidedDeals.map(({ prospect, state }) => [prospect, state])).toEqual([['Bolt', 'won']]);
  });

  test('rows that are kept without the sheet', async () => {
    await book({ Settings: setting('Archived before', serial('2026-01-30')) });
    expect((await figures()).archived).toBe(0);
    activityOf(one.sheet(BOOK)).rows.splice(1, 2);
    await one.settle(BOOK);
    expect((await figures()).archived).toBe(2);
  });

  test('the runs, and why the sheet is refused', async () => {
    expect((await figures()).runs).toHaveLength(1);
    expect((await figures(TODAY, { runs: undefined })).runs).toEqual([]);
    expect(await figures()).not.toHaveProperty('stop');
    const stop = { message: 'no header', digest: 'x', since: 1 };
    expect((await figures(TODAY, { stop })).stop).toEqual(stop);
  });

  test('facts only where there are some', async () => {
    expect((await figures()).facts.targets.length).toBeGreaterThan(0);
    expect((await figures(TODAY, { facts: undefined })).facts).toEqual({
      ...{ since: TODAY, targets: [], forecasts: [], agendas: [] },
    });
  });

  test('whether links lead to filter views, and into which spreadsheet', async () => {
    const links = async () => (await figures()).links;
    const { tabs } = one.store.table.heads.get(BOOK) ?? { tabs: {} };
    expect(await links()).toEqual({ tabs, views: true });
    expect((await figures(TODAY, { activity: undefined })).links).toEqual({ tabs, views: false });
    await book({ Settings: setting('Check column', 'Off') });
    expect(await links()).toMatchObject({ views: false });
    await book({ Settings: setting('Report workbook', OTHER) });
    expect(await links()).toMatchObject({ views: true, workbook: BOOK });
    await book({ Settings: setting('Currency', 'EUR') });
    expect(await links()).not.toHaveProperty('workbook');
  });
});
