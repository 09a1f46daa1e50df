import { describe, expect, test } from 'vitest';
import type { Head } from '../../lambdas/domain/trees/head.ts';
import { newWorkbook, type StoreUnderTest } from './store-under-test.ts';

export function headContract(under: () => StoreUnderTest): void {
  describe('head', () => {
    const first: Head = { revision: 1, generation: 1, tabs: { Activity: 0, Team: 17 } };
    const second: Head = {
      ...first,
      revision: 2,
      source: 'abc',
      derived: { root: 'r', source: 'abc', generation: 1 },
      stop: { message: 'Größe 🙂', digest: 'd', since: 1_700_000_000_123 },
    };

    test('comes back exactly as it was swapped in', async () => {
      const [store, workbook] = [under().open(), newWorkbook()];
      expect(await store.readHead(workbook)).toBeUndefined();
      expect(await store.swapHead(workbook, undefined, first)).toBe(true);
      expect(await store.readHead(workbook)).toStrictEqual(first);
      expect(await store.swapHead(workbook, first, second)).toBe(true);
      expect(await store.readHead(workbook)).toStrictEqual(second);
    });

    test('a stale swap changes nothing', async () => {
      const [store, workbook] = [under().open(), newWorkbook()];
      await store.swapHead(workbook, undefined, first);
      await store.swapHead(workbook, first, second);
      expect(await store.swapHead(workbook, first, { ...first, revision: 2, generation: 99 })).toBe(false);
      expect(await store.swapHead(workbook, undefined, first)).toBe(false);
      expect(await store.swapHead(workbook, { ...second, revision: 7 }, { ...second, revision: 8 })).toBe(false);
      expect(await store.readHead(workbook)).toStrictEqual(second);
    });

    test.each([undefined, first])('of racers from %o exactly one wins', async (from) => {
      const [store, workbook] = [under().open(), newWorkbook()];
      if (from !== undefined) await store.swapHead(workbook, undefined, from);
      const revision = (from?.revision ?? 0) + 1;
      const racers = Array.from({ length: 10 }, (_, generation): Head => ({ ...first, revision, generation }));
      const won = await Promise.all(racers.map((next) => store.swapHead(workbook, from, next)));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await store.readHead(workbook)).toStrictEqual(racers[won.indexOf(true)]);
    });

    test('a revision that does not follow is a fault of the program', async () => {
      const store = under().open();
      await expect(store.swapHead(newWorkbook(), undefined, second)).rejects.toThrow(/must have revision 1, it has 2/);
      await expect(store.swapHead(newWorkbook(), first, { ...first })).rejects.toThrow(/must have revision 2/);
    });
  });
}
