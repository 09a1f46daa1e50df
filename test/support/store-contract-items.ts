import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ItemRef } from '../../lambdas/domain/trees/item.ts';
import type { MeterFigure } from '../../lambdas/ports.ts';
import { allOf, item, newWorkbook, type StoreUnderTest } from './store-under-test.ts';

export function itemsContract(under: () => StoreUnderTest): void {
  describe('items', () => {
    test('come back whatever their size and alphabet, and may be put again', async () => {
      const [store, workbook] = [under().open(), newWorkbook()];
      const bodies = {
        empty: '',
        small: '{"a":1}',
        unicode: JSON.stringify({ 名前: '🙂 Ünïcødé \u0000 \u2028', half: '\ud83d' }),
        edge800: 'e'.repeat(800),
        edge801: 'é'.repeat(401),
        long: JSON.stringify(Array.from({ length: 3_000 }, (_, row) => ({ row, rep: `rep ${row % 7}` }))),
        cutInACharacter: `x${'🙂'.repeat(200_000)}`,
        incompressible: randomBytes(1_125_000).toString('base64'),
      };
      const items = Object.entries(bodies).map(([digest, body]) => item('leaf/2026-11', digest, body));
      await store.putItems(workbook, items);
      await store.putItems(workbook, items);
      const read = await store.getItems(workbook, items);
      expect(read.size).toBe(items.length);
      for (const { digest, body } of items) expect(read.get(digest) === body, digest).toBe(true);
      expect((await allOf(store.listItems(workbook))).map(({ digest }) => digest).sort()).toStrictEqual(
        Object.keys(bodies).sort(),
      );
    });

    test('1,000 at a time, among them duplicates', async () => {
      const [store, workbook] = [under().open(), newWorkbook()];
      const items = Array.from({ length: 1_000 }, (_, n) => item(`leaf/${n % 13}`, `d${n}`, `{"n":${n}}`));
      await store.putItems(workbook, [...items.flatMap((one) => [one, one]), ...items.slice(0, 30)]);
      const read = await store.getItems(workbook, [...items.slice(500), ...items]);
      expect(read).toStrictEqual(new Map(items.map(({ digest, body }) => [digest, body])));
      const entries = await allOf(store.listItems(workbook));
      expect(new Set(entries.map(({ area, digest }) => `${area} ${digest}`)).size).toBe(1_000);
      expect(entries).toHaveLength(1_000);
    });

    test('one that is missing is named', async () => {
      const [store, workbook] = [under().open(), newWorkbook()];
      const there = item('leaf', 'there', '1');
      await store.putItems(workbook, [there]);
      const refs: ItemRef[] = [there, { area: 'other', digest: 'there' }];
      await expect(store.getItems(workbook, refs)).rejects.toMatchObject({
        name: 'MissingItem',
        ref: { area: 'other', digest: 'there' },
        message: expect.stringMatching(/other#there is not in the table.*--full/),
      });
    });

    test('nothing asked or put costs nothing', async () => {
      const store = under().open({ meter: { add: (figure) => expect.fail(`metered ${figure}`) } });
      await store.putItems(newWorkbook(), []);
      await store.mergeSeen(newWorkbook(), new Map());
      expect(await store.getItems(newWorkbook(), [])).toStrictEqual(new Map());
      expect(await store.readSeen(newWorkbook(), [])).toStrictEqual(new Map());
    });
  });

  test('workbooks never touch each other, nor areas with a common beginning', async () => {
    const store = under().open();
    const [one, other] = [newWorkbook(), newWorkbook()];
    await store.putItems(one, [item('leaf', 'd', 'one'), item('leaf/2026', 'd2', 'deeper'), item('leafs', 'd3', 's')]);
    await store.putItems(`${one}0`, [item('leaf', 'd', 'prefix')]);
    await store.mergeSeen(one, new Map([['day', { row: 1 }]]));
    await store.swapHead(one, undefined, { revision: 1, generation: 1, tabs: {} });
    expect(await allOf(store.listItems(other))).toStrictEqual([]);
    expect(await store.readHead(other)).toBeUndefined();
    expect(await store.readSeen(other, ['day'])).toStrictEqual(new Map());
    await expect(store.getItems(other, [{ area: 'leaf', digest: 'd' }])).rejects.toThrow(other);
    expect((await store.getItems(one, [{ area: 'leaf', digest: 'd' }])).get('d')).toBe('one');
    expect((await allOf(store.listItems(one, 'leaf'))).map(({ digest }) => digest)).toStrictEqual(['d']);
    expect(await allOf(store.listItems(one))).toHaveLength(3);
  });

  test('the meter counts requests and units', async ({ skip }) => {
    skip(under().silentAboutUnits === true, 'this DynamoDB does not tell the units of a batch of reads');
    const figures: Partial<Record<MeterFigure, number>> = {};
    const meter = {
      add(figure: MeterFigure, amount: number) {
        figures[figure] = (figures[figure] ?? 0) + amount;
      },
    };
    const [store, workbook] = [under().open({ meter }), newWorkbook()];
    const items = Array.from({ length: 30 }, (_, n) => item('leaf', `d${n}`, 'x'.repeat(800)));
    await store.putItems(workbook, items);
    expect(figures).toStrictEqual({ 'dynamodb.requests': 2, 'dynamodb.writeUnits': 30 });
    await store.getItems(workbook, items);
    expect(figures).toStrictEqual({ 'dynamodb.requests': 3, 'dynamodb.writeUnits': 30, 'dynamodb.readUnits': 15 });
    await store.readHead(workbook);
    await store.swapHead(workbook, undefined, { revision: 1, generation: 1, tabs: {} });
    expect(figures).toStrictEqual({ 'dynamodb.requests': 5, 'dynamodb.writeUnits': 31, 'dynamodb.readUnits': 16 });
  });
}
