import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { allOf, item, newWorkbook, type StoreUnderTest } from './store-under-test.ts';

export function sweepContract(under: () => StoreUnderTest): void {
  describe('sweep', () => {
    const big = item('leaf', 'big', randomBytes(750_000).toString('base64'));

    test('lists and deletes items, cut ones as one', async () => {
      const [store, workbook] = [under().open({ clock: () => 1_000 }), newWorkbook()];
      await store.putItems(workbook, [big, item('leaf', 'small', '1'), item('node', 'n', '2')]);
      const entries = await allOf(store.listItems(workbook));
      expect(entries).toStrictEqual([
        { area: 'leaf', digest: 'big', putAt: 1_000 },
        { area: 'leaf', digest: 'small', putAt: 1_000 },
        { area: 'node', digest: 'n', putAt: 1_000 },
      ]);
      for (const entry of entries.slice(0, 2)) expect(await store.deleteItem(workbook, entry)).toBe(true);
      expect((await allOf(store.listItems(workbook))).map(({ digest }) => digest)).toStrictEqual(['n']);
      await expect(store.getItems(workbook, [big])).rejects.toThrow(/leaf#big/);
      expect(await store.deleteItem(workbook, { area: 'leaf', digest: 'big', putAt: 1_000 })).toBe(true);
    });

    test('spares what was put again', async () => {
      let now = 1_000;
      const [store, workbook] = [under().open({ clock: () => now }), newWorkbook()];
      const items = [big, item('leaf', 'small', '1')];
      await store.putItems(workbook, items);
      const entries = await allOf(store.listItems(workbook));
      now = 2_000;
      await store.putItems(workbook, items);
      for (const entry of entries) expect(await store.deleteItem(workbook, entry)).toBe(false);
      expect((await store.getItems(workbook, items)).get('big') === big.body).toBe(true);
      expect((await allOf(store.listItems(workbook))).map(({ putAt }) => putAt)).toStrictEqual([2_000, 2_000]);
    });

    test('a put that races deletes leaves a whole body or none that is listed as one', async () => {
      const workbook = newWorkbook();
      const put = (at: number) =>
        under()
          .open({ clock: () => at })
          .putItems(workbook, [big]);
      for (let round = 1; round <= 5; round += 1) {
        await put(round * 10);
        const store = under().open();
        const [entry] = await allOf(store.listItems(workbook));
        if (entry === undefined) throw new Error('nothing listed');
        await Promise.all([put(round * 10 + 5), store.deleteItem(workbook, entry)]);
        expect((await store.getItems(workbook, [big])).get('big') === big.body).toBe(true);
      }
    });
  });
}
