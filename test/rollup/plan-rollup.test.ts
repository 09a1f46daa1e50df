import { describe, expect, test } from 'vitest';
import type { DerivedRoot } from '../../lambdas/domain/weeks/derived-tree.ts';
import { Items, rollUp, row, serial } from '../support/trees.ts';

/** A row a week over two years. */
const TWO_YEARS = Array.from({ length: 104 }, (_, week) => {
  const date = new Date(Date.UTC(2024, 0, 1 + 7 * week)).toISOString().slice(0, 10);
  return row(date, 'Ana', `Prospect ${week % 9}`, 'Attempt', 'Spoke');
});

describe('planning a rollup', () => {
  test('of an unchanged source reads the months at its two ends and nothing else', async () => {
    const items = new Items();
    const before = await rollUp(items, TWO_YEARS);
    items.asked.length = 0;
    const { plan } = await rollUp(items, TWO_YEARS, { before });
    expect(items.asked.map(({ area }) => area).sort()).toEqual(['month/2024-01', 'month/2025-12']);
    expect(plan.items).toEqual([plan.rootItem]);
  });

  test('of one new row reads and writes the same few items however long the history is', async () => {
    const cost = async (rows: typeof TWO_YEARS) => {
      const items = new Items();
      const before = await rollUp(items, rows);
      items.asked.length = 0;
      const { plan } = await rollUp(items, [...rows, row('2025-12-23', 'Ben', 'Prospect 1', 'Ask', 'Sent')], {
        before,
      });
      expect(plan).toMatchObject({ rowsRead: 1, fromScratch: false });
      return [items.asked.length, plan.items.length];
    };
    const [asked = 0, written = 0] = await cost(TWO_YEARS);
    expect(asked).toBeLessThanOrEqual(16);
    expect(written).toBe(7); // its week, the week in which its deal began, their quarters, a leaf of deals and one of open deals, the root
    expect(await cost(TWO_YEARS.slice(-26))).toEqual([asked, written]);
  });

  test('of a row of an old deal reads the weeks in which figures change, not the history of the deal', async () => {
    const items = new Items();
    const before = await rollUp(items, TWO_YEARS);
    items.asked.length = 0;
    await rollUp(items, [...TWO_YEARS, row('2025-12-23', 'Ana', 'Prospect 1', 'Close', 'Renewed', { amount: 9 })], {
      before,
    });
    expect(items.asked.filter(({ area }) => area.startsWith('week/'))).toHaveLength(1);
  });

  test('of an edited note writes nothing but the root that it had', async () => {
    const items = new Items();
    const before = await rollUp(items, TWO_YEARS);
    const noted = TWO_YEARS.map((cells, i) => (i === 50 ? [...cells, '', '', '', '', 'a note'] : cells));
    const { plan, root } = await rollUp(items, noted, { before });
    expect(plan).toMatchObject({ rowsRead: 2, items: [plan.rootItem] });
    expect(root).toEqual(before.root);
  });

  test('of a row that says the same of its deal in other words reads no deal and no week', async () => {
    const items = new Items();
    const before = await rollUp(items, TWO_YEARS);
    const reworded = TWO_YEARS.map((cells, i) => (i === 50 ? [...cells.slice(0, 5), 'Spoke at length'] : cells));
    items.asked.length = 0;
    const { plan, root } = await rollUp(items, reworded, { before });
    expect(items.asked.filter(({ area }) => /^(deals|week|quarter|decided)/.test(area))).toEqual([]);
    expect(plan).toMatchObject({ rowsRead: 2, items: [plan.rootItem] });
    expect(root).toEqual(before.root);
  });

  test('a held row changes nothing until its day has come', async () => {
    const items = new Items();
    const before = await rollUp(items, TWO_YEARS, { asOf: '2025-12-25' });
    const more = [...TWO_YEARS, row('2025-12-27', 'Ben', 'New', 'Ask', 'Sent')];
    const held = await rollUp(items, more, { before, asOf: '2025-12-26' });
    expect(held.root).toEqual(before.root);
    expect(held.plan).toMatchObject({ rowsRead: 0, items: [held.plan.rootItem] });
    const shown = await rollUp(items, more, { before: held, asOf: '2025-12-27' });
    expect(shown.plan).toMatchObject({ rowsRead: 1, fromScratch: false });
  });

  test.each<[string, (root: DerivedRoot) => DerivedRoot]>([
    ['figures of another version', (root) => ({ ...root, version: root.version - 1 })],
    ['other rules', (root) => ({ ...root, rules: 'others' })],
    ['data that began at another time', (root) => ({ ...root, openingUntil: root.openingUntil + 7 })],
  ])('of %s begins from nothing', async (_, changed) => {
    const items = new Items();
    const before = await rollUp(items, TWO_YEARS);
    const { plan, root } = await rollUp(items, TWO_YEARS, { before: { ...before, root: changed(before.root) } });
    expect(plan).toMatchObject({ rowsRead: 104, fromScratch: true });
    expect(root).toEqual(before.root);
  });

  test('knows the first day that counts, and the last one in sight', async () => {
    const week = (date: string): number => serial(date) + 28;
    const of = async (asOf: string, ...rows: (typeof TWO_YEARS)[number][]) => {
      const { openingUntil, through } = (await rollUp(new Items(), rows, { asOf })).root;
      return [openingUntil, through];
    };
    const first = row('2025-03-05', 'Ana', 'Acme', 'Attempt', 'Spoke'); // Wednesday
    const rejected = row('2025-02-04', '', '', 'No such thing', '');
    const later = row('2025-06-10', 'Ana', 'Acme', 'Ask', 'Sent');
    expect(await of('2025-12-31', later, first)).toEqual([week('2025-03-03'), serial('2025-06-10')]);
    expect(await of('2025-12-31', later, rejected, first)).toEqual([week('2025-03-03'), serial('2025-06-10')]);
    expect(await of('2025-06-10', later, first)).toEqual([week('2025-03-03'), serial('2025-06-10')]);
    expect(await of('2025-06-09', later, first)).toEqual([week('2025-03-03'), serial('2025-03-05')]);
    expect(await of('2025-03-05', first)).toEqual([week('2025-03-03'), serial('2025-03-05')]);
    expect(await of('2025-03-04', first, later)).toEqual([0, 0]);
    expect(await of('2025-12-31', rejected)).toEqual([0, serial('2025-02-04')]);
    expect(await of('2025-12-31')).toEqual([0, 0]);
  });

  test('of a deal that is decided otherwise writes the weeks in which it was', async () => {
    const items = new Items();
    const lost = row('2025-12-23', 'Ana', 'Prospect 1', 'Close', 'Lost');
    const before = await rollUp(items, [...TWO_YEARS, lost]);
    const { plan, root } = await rollUp(items, TWO_YEARS, { before });
    expect(plan).toMatchObject({ rowsRead: 1, fromScratch: false });
    expect(root).toEqual((await rollUp(new Items(), TWO_YEARS)).root);
  });
});
