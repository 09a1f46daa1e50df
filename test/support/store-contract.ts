import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Head } from '../../lambdas/domain/head.ts';
import type { ItemRef, TreeItem } from '../../lambdas/domain/item.ts';
import type { MeterFigure, Seen, StoredItem, StorePort } from '../../lambdas/ports.ts';

/** A DynamoDB under test. */
export interface StoreUnderTest {
  /** A store on the same table as all the others. */
  open(options?: { clock?: () => number; meter?: { add(figure: MeterFigure, amount: number): void } }): StorePort;
  close(): Promise<void>;
}

/** Tests share a table, never a workbook. */
const newWorkbook = (): string => `contract-${randomUUID()}`;

const item = (area: string, digest: string, body: string): TreeItem => ({ area, digest, body });

async function listed(items: AsyncIterable<StoredItem>): Promise<StoredItem[]> {
  const all: StoredItem[] = [];
  for await (const one of items) all.push(one);
  return all;
}

/** What every implementation of `StorePort` on any DynamoDB keeps to. */
export function storeContract(name: string, makeStore: () => Promise<StoreUnderTest>): void {
  describe(`store on ${name}`, () => {
    let under: StoreUnderTest;
    beforeAll(async () => {
      under = await makeStore();
    });
    afterAll(() => under.close());

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
        const [store, workbook] = [under.open(), newWorkbook()];
        expect(await store.readHead(workbook)).toBeUndefined();
        expect(await store.swapHead(workbook, undefined, first)).toBe(true);
        expect(await store.readHead(workbook)).toStrictEqual(first);
        expect(await store.swapHead(workbook, first, second)).toBe(true);
        expect(await store.readHead(workbook)).toStrictEqual(second);
      });

      test('a stale swap changes nothing', async () => {
        const [store, workbook] = [under.open(), newWorkbook()];
        await store.swapHead(workbook, undefined, first);
        await store.swapHead(workbook, first, second);
        expect(await store.swapHead(workbook, first, { ...first, revision: 2, generation: 99 })).toBe(false);
        expect(await store.swapHead(workbook, undefined, first)).toBe(false);
        expect(await store.swapHead(workbook, { ...second, revision: 7 }, { ...second, revision: 8 })).toBe(false);
        expect(await store.readHead(workbook)).toStrictEqual(second);
      });

      test.each([undefined, first])('of racers from %o exactly one wins', async (from) => {
        const [store, workbook] = [under.open(), newWorkbook()];
        if (from !== undefined) await store.swapHead(workbook, undefined, from);
        const revision = (from?.revision ?? 0) + 1;
        const racers = Array.from({ length: 10 }, (_, generation): Head => ({ ...first, revision, generation }));
        const won = await Promise.all(racers.map((next) => store.swapHead(workbook, from, next)));
        expect(won.filter(Boolean)).toHaveLength(1);
        expect(await store.readHead(workbook)).toStrictEqual(racers[won.indexOf(true)]);
      });

      test('a revision that does not follow is a fault of the program', async () => {
        const store = under.open();
        await expect(store.swapHead(newWorkbook(), undefined, second)).rejects.toThrow(
          /must have revision 1, it has 2/,
        );
        await expect(store.swapHead(newWorkbook(), first, { ...first })).rejects.toThrow(/must have revision 2/);
      });
    });

    describe('items', () => {
      test('come back whatever their size and alphabet, and may be put again', async () => {
        const [store, workbook] = [under.open(), newWorkbook()];
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
        expect((await listed(store.listItems(workbook))).map(({ digest }) => digest).sort()).toStrictEqual(
          Object.keys(bodies).sort(),
        );
      });

      test('1,000 at a time, among them duplicates', async () => {
        const [store, workbook] = [under.open(), newWorkbook()];
        const items = Array.from({ length: 1_000 }, (_, n) => item(`leaf/${n % 13}`, `d${n}`, `{"n":${n}}`));
        await store.putItems(workbook, [...items, ...items.slice(0, 30)]);
        const read = await store.getItems(workbook, [...items.slice(500), ...items]);
        expect(read).toStrictEqual(new Map(items.map(({ digest, body }) => [digest, body])));
        const entries = await listed(store.listItems(workbook));
        expect(new Set(entries.map(({ area, digest }) => `${area} ${digest}`)).size).toBe(1_000);
        expect(entries).toHaveLength(1_000);
      });

      test('one that is missing is named', async () => {
        const [store, workbook] = [under.open(), newWorkbook()];
        const there = item('leaf', 'there', '1');
        await store.putItems(workbook, [there]);
        const refs: ItemRef[] = [there, { area: 'other', digest: 'there' }];
        await expect(store.getItems(workbook, refs)).rejects.toMatchObject({
          name: 'MissingItem',
          ref: { area: 'other', digest: 'there' },
          message: expect.stringMatching(/other#there is not in the table.*run a full sync/),
        });
      });

      test('nothing asked or put costs nothing', async () => {
        const store = under.open({ meter: { add: (figure) => expect.fail(`metered ${figure}`) } });
        await store.putItems(newWorkbook(), []);
        await store.mergeSeen(newWorkbook(), new Map([['day', {}]].slice(1) as []));
        expect(await store.getItems(newWorkbook(), [])).toStrictEqual(new Map());
        expect(await store.readSeen(newWorkbook(), [])).toStrictEqual(new Map());
      });
    });

    test('workbooks never touch each other, nor areas with a common beginning', async () => {
      const store = under.open();
      const [one, other] = [newWorkbook(), newWorkbook()];
      await store.putItems(one, [
        item('leaf', 'd', 'one'),
        item('leaf/2026', 'd2', 'deeper'),
        item('leafs', 'd3', 's'),
      ]);
      await store.putItems(`${one}0`, [item('leaf', 'd', 'prefix')]);
      await store.mergeSeen(one, new Map([['day', { row: 1 }]]));
      await store.swapHead(one, undefined, { revision: 1, generation: 1, tabs: {} });
      expect(await listed(store.listItems(other))).toStrictEqual([]);
      expect(await store.readHead(other)).toBeUndefined();
      expect(await store.readSeen(other, ['day'])).toStrictEqual(new Map());
      await expect(store.getItems(other, [{ area: 'leaf', digest: 'd' }])).rejects.toThrow(other);
      expect((await store.getItems(one, [{ area: 'leaf', digest: 'd' }])).get('d')).toBe('one');
      expect((await listed(store.listItems(one, 'leaf'))).map(({ digest }) => digest)).toStrictEqual(['d']);
      expect(await listed(store.listItems(one))).toHaveLength(3);
    });

    describe('seen', () => {
      test('the earliest time stays', async () => {
        const [store, workbook] = [under.open(), newWorkbook()];
        await store.mergeSeen(workbook, new Map<string, Seen>([['a', { x: 5, y: 5 }]]));
        await store.mergeSeen(
          workbook,
          new Map<string, Seen>([
            ['a', { x: 3, y: 9, z: 7 }],
            ['b', { x: 1 }],
          ]),
        );
        expect(await store.readSeen(workbook, ['a', 'b', 'c', 'a'])).toStrictEqual(
          new Map([
            ['a', { x: 3, y: 5, z: 7 }],
            ['b', { x: 1 }],
          ]),
        );
      });

      test('whatever is merged at the same time', async () => {
        const workbook = newWorkbook();
        const merges = Array.from({ length: 8 }, (_, n) => new Map([['day', { [`row${n}`]: n, shared: 100 - n }]]));
        await Promise.all(merges.map((seen) => under.open().mergeSeen(workbook, seen)));
        const all = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`row${n}`, n]));
        expect((await under.open().readSeen(workbook, ['day'])).get('day')).toEqual({ ...all, shared: 93 });
      });

      test('what is known already is not written', async () => {
        const workbook = newWorkbook();
        const seen = new Map([
          ['day', { row: 5 }],
          ['empty', {}],
        ]);
        await under.open().mergeSeen(workbook, seen);
        const meter = { add: (figure: MeterFigure) => expect(figure).not.toBe('dynamodb.writeUnits') };
        await under.open({ meter }).mergeSeen(workbook, seen);
        await under.open({ meter }).mergeSeen(workbook, new Map([['day', { row: 6 }]]));
      });

      test('rep-days are any text, rows too', async () => {
        const [store, workbook] = [under.open(), newWorkbook()];
        const repDays = [
          '2026-11-02#Ana',
          '2026-11-02#ana',
          `long ${'é'.repeat(3_000)}`,
          'half \ud83d',
          'half \ud83e',
          '',
        ];
        const seen = new Map(repDays.map((repDay, n): [string, Seen] => [repDay, { [`__proto__${n}`]: n, ü: 1 }]));
        await store.mergeSeen(workbook, seen);
        expect(await store.readSeen(workbook, repDays)).toStrictEqual(seen);
      });

      test('3,000 rows of one rep-day', async () => {
        const [store, workbook] = [under.open(), newWorkbook()];
        const rows = Object.fromEntries(
          Array.from({ length: 3_000 }, (_, n) => [randomBytes(32).toString('hex'), 1_700_000_000_000 + n]),
        );
        await store.mergeSeen(workbook, new Map([['day', rows]]));
        expect((await store.readSeen(workbook, ['day'])).get('day')).toEqual(rows);
      });
    });

    describe('sweep', () => {
      const big = item('leaf', 'big', randomBytes(750_000).toString('base64'));

      test('lists and deletes items, cut ones as one', async () => {
        const [store, workbook] = [under.open({ clock: () => 1_000 }), newWorkbook()];
        await store.putItems(workbook, [big, item('leaf', 'small', '1'), item('node', 'n', '2')]);
        const entries = await listed(store.listItems(workbook));
        expect(entries).toStrictEqual([
          { area: 'leaf', digest: 'big', putAt: 1_000 },
          { area: 'leaf', digest: 'small', putAt: 1_000 },
          { area: 'node', digest: 'n', putAt: 1_000 },
        ]);
        for (const entry of entries.slice(0, 2)) expect(await store.deleteItem(workbook, entry)).toBe(true);
        expect((await listed(store.listItems(workbook))).map(({ digest }) => digest)).toStrictEqual(['n']);
        await expect(store.getItems(workbook, [big])).rejects.toThrow(/leaf#big/);
        expect(await store.deleteItem(workbook, { area: 'leaf', digest: 'big', putAt: 1_000 })).toBe(true);
      });

      test('spares what was put again', async () => {
        let now = 1_000;
        const [store, workbook] = [under.open({ clock: () => now }), newWorkbook()];
        const items = [big, item('leaf', 'small', '1')];
        await store.putItems(workbook, items);
        const entries = await listed(store.listItems(workbook));
        now = 2_000;
        await store.putItems(workbook, items);
        for (const entry of entries) expect(await store.deleteItem(workbook, entry)).toBe(false);
        expect((await store.getItems(workbook, items)).get('big') === big.body).toBe(true);
        expect((await listed(store.listItems(workbook))).map(({ putAt }) => putAt)).toStrictEqual([2_000, 2_000]);
      });

      test('a put that races deletes leaves a whole body or none that is listed as one', async () => {
        const workbook = newWorkbook();
        const put = (at: number) => under.open({ clock: () => at }).putItems(workbook, [big]);
        for (let round = 1; round <= 5; round += 1) {
          await put(round * 10);
          const store = under.open();
          const [entry] = await listed(store.listItems(workbook));
          if (entry === undefined) throw new Error('nothing listed');
          await Promise.all([put(round * 10 + 5), store.deleteItem(workbook, entry)]);
          expect((await store.getItems(workbook, [big])).get('big') === big.body).toBe(true);
        }
      });
    });

    test('the meter counts requests and units', async () => {
      const figures: Partial<Record<MeterFigure, number>> = {};
      const meter = {
        add(figure: MeterFigure, amount: number) {
          figures[figure] = (figures[figure] ?? 0) + amount;
        },
      };
      const [store, workbook] = [under.open({ meter }), newWorkbook()];
      const items = Array.from({ length: 30 }, (_, n) => item('leaf', `d${n}`, 'x'.repeat(800)));
      await store.putItems(workbook, items);
      expect(figures).toStrictEqual({ 'dynamodb.requests': 2, 'dynamodb.writeUnits': 30 });
      await store.getItems(workbook, items);
      expect(figures).toStrictEqual({ 'dynamodb.requests': 3, 'dynamodb.writeUnits': 30, 'dynamodb.readUnits': 30 });
      await store.readHead(workbook);
      await store.swapHead(workbook, undefined, { revision: 1, generation: 1, tabs: {} });
      expect(figures).toStrictEqual({ 'dynamodb.requests': 5, 'dynamodb.writeUnits': 31, 'dynamodb.readUnits': 31 });
    });
  });
}
