import { describe, expect, test } from 'vitest';
import type { StorePort } from '../../lambdas/ports.ts';
import { sweep } from '../../lambdas/sweep/sweep.ts';
import { someRows } from '../support/ingest-rows.ts';
import { type Service, service, stateOf, WORKBOOK } from '../support/ports.ts';

const DAY = 86_400_000;

/** Edits row after row, a day apart; every edit leaves garbage behind. */
async function edited(edits: number): Promise<Service> {
  const one = service(someRows(200));
  await one.settle();
  for (let i = 0; i < edits; i++) {
    one.now += DAY;
    (one.sheet.tab('Activity').rows[20 + i] ?? [])[12] = `note ${i}`;
    (one.sheet.tab('Activity').rows[60 + i] ?? [])[7] = 5000 + i;
    await one.settle();
  }
  return one;
}

const sweepAt = (one: Service) =>
  sweep({ store: one.store.open({ clock: () => one.now }), clock: () => one.now }, { workbook: WORKBOOK });
const stored = (one: Service): Set<string> => new Set(one.store.table.items.get(WORKBOOK)?.keys());

describe('the sweep', () => {
  test('keeps the past of 90 days whole', async () => {
    const one = await edited(5);
    const before = stored(one);
    one.now += 30 * DAY;
    expect(await sweepAt(one)).toEqual({ kept: before.size, deleted: 0 });
    expect(stored(one)).toEqual(before);
  });

  test('deletes what only older roots lead to, and nothing that the head leads to', async () => {
    const one = await edited(5);
    const state = stateOf(one);
    const before = stored(one).size;
    one.now += 200 * DAY;
    const { kept, deleted } = await sweepAt(one);
    expect(deleted).toBeGreaterThan(10);
    expect(kept + deleted).toBe(before);
    expect(stateOf(one)).toEqual(state);
    expect(await sweepAt(one)).toEqual({ kept, deleted: 0 });
  });

  test('what is left is what a store holds that never saw another sheet, but for what is remembered', async () => {
    const one = await edited(4);
    one.now += 200 * DAY;
    await sweepAt(one);
    const fresh = service([]);
    fresh.sheet.tab('Activity').rows = one.sheet.tab('Activity').rows.map((row) => [...row]);
    await fresh.settle();
    const timeless = (names: Set<string>) => [...names].filter((name) => !name.startsWith('history#')).sort();
    expect(timeless(stored(one))).toEqual(timeless(stored(fresh)));
    expect([...stored(one)].filter((name) => name.startsWith('history#'))).toHaveLength(1);
  });

  test('an item that is put again while the sweep looks stays', async () => {
    const one = await edited(3);
    one.now += 200 * DAY;
    const port = one.store.open({ clock: () => one.now });
    const garbage: string[] = [];
    const result = await sweep(
      {
        clock: () => one.now,
        store: {
          ...port,
          deleteItem: async (workbook, item) => {
            const body = one.store.table.items.get(workbook)?.get(`${item.area}#${item.digest}`)?.body ?? '';
            if (garbage.push(`${item.area}#${item.digest}`) === 1) await port.putItems(workbook, [{ ...item, body }]);
            return port.deleteItem(workbook, item);
          },
        },
      },
      { workbook: WORKBOOK },
    );
    expect(result.deleted).toBe(garbage.length - 1);
    expect(stored(one).has(garbage[0] ?? '')).toBe(true);
  });

  test('a stage that has put its items and not yet moved the head loses none', async () => {
    const one = await edited(2);
    const { rows } = one.sheet.tab('Activity');
    (rows[30] ?? [])[12] = 'in flight';
    let swept: { deleted: number } | undefined;
    await one.ingest(
      {},
      {
        before: async (call) => {
          if (call === 'swapHead' && !swept) swept = await sweepAt(one);
        },
      },
    );
    expect(swept).toMatchObject({ deleted: 0 });
    await one.settle();
    expect(() => stateOf(one)).not.toThrow();
  });

  test('an item whose root is still to be put stays for a day', async () => {
    const one = await edited(1);
    const item = { area: 'rows/2026-02', digest: 'abcdefghijklmnopqrstuv', body: 'half of a put' };
    await one.store.open({ clock: () => one.now }).putItems(WORKBOOK, [item]);
    one.now += DAY / 2;
    expect(await sweepAt(one)).toMatchObject({ deleted: 0 });
    one.now += DAY;
    expect(await sweepAt(one)).toMatchObject({ deleted: 1 });
  });

  test('reads an item once, however many roots lead to it', async () => {
    const one = await edited(8);
    const port = one.store.open({ clock: () => one.now });
    const read: string[] = [];
    const store: StorePort = {
      ...port,
      getItems: (workbook, refs) => {
        read.push(...refs.map(({ area, digest }) => `${area}#${digest}`));
        return port.getItems(workbook, refs);
      },
    };
    await sweep({ store, clock: () => one.now }, { workbook: WORKBOOK });
    expect(read.filter((name) => name.startsWith('source#')).length).toBeGreaterThan(8);
    expect(read).toHaveLength(new Set(read).size);
  });

  test('a workbook that was never read has nothing to sweep', async () => {
    expect(await sweepAt(service([]))).toEqual({ kept: 0, deleted: 0 });
  });
});
