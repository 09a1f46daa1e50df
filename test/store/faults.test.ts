import { randomBytes, randomUUID } from 'node:crypto';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, test } from 'vitest';
import type { Head } from '../../lambdas/domain/trees/head.ts';
import { itemKey } from '../../lambdas/store/keys.ts';
import type { Fault } from '../support/store-faults.ts';
import { faultyStores } from '../support/store-faulty.ts';
import { allOf } from '../support/store-under-test.ts';

const stores = faultyStores();
const { faulty } = stores;

const head: Head = { revision: 1, generation: 1, tabs: {} };
const items = Array.from({ length: 60 }, (_, n) => ({ area: 'leaf', digest: `d${n}`, body: `${n}` }));

const passing: [string, Fault][] = [
  ['InternalServerError', { status: 500, type: 'InternalServerError' }],
  ['ThrottlingException', { status: 400, type: 'ThrottlingException' }],
  ['ProvisionedThroughputExceeded', { status: 400, type: 'ProvisionedThroughputExceededException' }],
  ['RequestLimitExceeded', { status: 400, type: 'RequestLimitExceeded' }],
  ['a nameless 503', { status: 503, type: 'Whatever' }],
  ['a lost request', 'lost'],
  ['a lost answer', 'answer lost'],
  ['a cut answer', 'answer cut'],
];

describe.each(passing)('%s, twice, is survived by', (_, fault) => {
  test('putItems and getItems', async () => {
    const { store, slept, counts, workbook } = faulty();
    stores.proxy.plan('BatchWriteItem', fault, fault);
    await store.putItems(workbook, items);
    stores.proxy.plan('BatchGetItem', fault, fault);
    const read = await store.getItems(workbook, items);
    expect(read).toStrictEqual(new Map(items.map(({ digest, body }) => [digest, body])));
    expect(slept).toHaveLength(4);
    expect(counts).toMatchObject({ 'dynamodb.retries': 4, 'dynamodb.requests': 3 + 1 + 4 });
  });

  test('swapHead and readHead', async () => {
    const { store, workbook } = faulty();
    stores.proxy.plan('PutItem', fault, fault);
    expect(await store.swapHead(workbook, undefined, head)).toBe(true);
    stores.proxy.plan('GetItem', fault, fault);
    expect(await store.readHead(workbook)).toStrictEqual(head);
  });

  test('mergeSeen and readSeen', async () => {
    const { store, workbook } = faulty();
    stores.proxy.plan('PutItem', fault, fault);
    await store.mergeSeen(workbook, new Map([['day', { row: 5 }]]));
    stores.proxy.plan('BatchGetItem', fault, fault);
    expect(await store.readSeen(workbook, ['day'])).toStrictEqual(new Map([['day', { row: 5 }]]));
  });

  test('listItems and deleteItem', async () => {
    const { store, workbook } = faulty();
    await store.putItems(workbook, items.slice(0, 1));
    stores.proxy.plan('Query', fault, fault);
    const entries = await allOf(store.listItems(workbook));
    expect(entries).toStrictEqual([{ area: 'leaf', digest: 'd0', putAt: 1_000 }]);
    stores.proxy.plan('DeleteItem', fault, fault);
    for (const entry of entries) expect(await store.deleteItem(workbook, entry)).toBe(true);
    expect(await allOf(store.listItems(workbook))).toStrictEqual([]);
  });
});

describe('head', () => {
  test('a swap that another won is lost, even when the answer is lost first', async () => {
    const { store, workbook } = faulty();
    await stores.embedded.open().swapHead(workbook, undefined, { ...head, generation: 7 });
    stores.proxy.plan('PutItem', 'answer lost');
    expect(await store.swapHead(workbook, undefined, { ...head, generation: 7 })).toBe(false);
  });

  test('a swap that never arrived, overtaken before it is sent again, is lost', async () => {
    const { store, workbook } = faulty({
      sleep: async () => void (await stores.embedded.open().swapHead(workbook, undefined, head)),
    });
    stores.proxy.plan('PutItem', 'lost');
    expect(await store.swapHead(workbook, undefined, { ...head, generation: 2 })).toBe(false);
    expect(await store.readHead(workbook)).toStrictEqual(head);
  });
});

describe('batches', () => {
  test('unprocessed puts are put again until all are there', async () => {
    const { store, slept, counts, workbook } = faulty();
    stores.proxy.plan('BatchWriteItem', { process: 3 }, { process: 0 }, { process: 5 }, { process: 0 }, { process: 1 });
    await store.putItems(workbook, items);
    expect(slept).toHaveLength(5);
    expect(counts).toMatchObject({ 'dynamodb.writeUnits': 60, 'dynamodb.retries': 5, 'dynamodb.requests': 8 });
    expect((await stores.embedded.open().getItems(workbook, items)).size).toBe(60);
  });

  test('unprocessed keys are asked again; one that is not there is missing all the same', async () => {
    const { store, workbook } = faulty();
    await store.putItems(workbook, items);
    stores.proxy.plan('BatchGetItem', { process: 1 }, { process: 0 }, { process: 30 });
    expect((await store.getItems(workbook, items)).size).toBe(60);
    stores.proxy.plan('BatchGetItem', { process: 1 }, { process: 0 }, { process: 30 });
    const asked = [...items, { area: 'leaf', digest: 'gone' }];
    await expect(store.getItems(workbook, asked)).rejects.toThrow(/leaf#gone is not/);
  });

  test('an item that a copy of the table does not have yet is asked for again, and every other costs half', async () => {
    const { store, counts, workbook } = faulty();
    await store.putItems(workbook, items);
    stores.proxy.plan('BatchGetItem', { has: 20 });
    expect((await store.getItems(workbook, items)).size).toBe(60);
    // Each that is not there costs the least that there is, too.
    expect(counts).toMatchObject({ 'dynamodb.readUnits': 60 * 0.5 + 40, 'dynamodb.requests': 3 + 2 });
    stores.proxy.plan('BatchGetItem');
    await store.getItems(workbook, items);
    expect(counts).toMatchObject({ 'dynamodb.readUnits': 60 * 0.5 + 40 + 60 * 0.5, 'dynamodb.requests': 3 + 2 + 1 });
  });

  test('the parts of a large body are read as of one time, also when erasing puts a smaller one in its place', async () => {
    const { store, workbook } = faulty();
    const put = (to: typeof store, bytes: number) =>
      to.putItems(workbook, [{ area: 'leaf', digest: 'big', body: 'x'.repeat(bytes) }]);
    await put(store, 1_000_000);
    stores.proxy.afterNext('BatchGetItem', async () => {
      await put(stores.embedded.open({ clock: () => 2_000 }), 500_000);
      await stores.embedded.open().deleteStaleParts(workbook);
    });
    stores.proxy.plan('BatchGetItem', undefined, undefined, { has: 0 });
    expect((await store.getItems(workbook, [{ area: 'leaf', digest: 'big' }])).get('big')).toHaveLength(500_000);
  });

  test('what may change is never read from a copy that is behind', async () => {
    const { store, workbook } = faulty();
    await store.mergeSeen(workbook, new Map([['day', { row: 5 }]]));
    stores.proxy.plan('BatchGetItem', { has: 0 });
    expect(await store.readSeen(workbook, ['day'])).toStrictEqual(new Map([['day', { row: 5 }]]));
    stores.proxy.plan('BatchGetItem', { has: 0 });
    await store.mergeSeen(workbook, new Map([['day', { row: 3 }]]));
    expect(await store.readSeen(workbook, ['day'])).toStrictEqual(new Map([['day', { row: 3 }]]));
  });

  test('a put that dies half way shows no half body, and is listed for the sweep', async () => {
    const { store, workbook } = faulty();
    const big = { area: 'leaf', digest: 'big', body: randomBytes(750_000).toString('base64') };
    stores.proxy.plan('BatchWriteItem', undefined, ...Array<Fault>(20).fill('lost'));
    await expect(store.putItems(workbook, [big])).rejects.toMatchObject({ name: 'StoreError', kind: 'unavailable' });
    const { Item } = await stores.client.send(
      new GetCommand({ TableName: stores.embedded.table, Key: itemKey(workbook, big) }),
    );
    expect(Item).toBeUndefined();
    await expect(store.getItems(workbook, [big])).rejects.toThrow(/leaf#big is not/);
    const [entry, ...more] = await allOf(store.listItems(workbook));
    expect([entry, more]).toStrictEqual([{ area: 'leaf', digest: 'big', putAt: 1_000, isTorn: true }, []]);
    if (entry !== undefined) expect(await store.deleteItem(workbook, entry)).toBe(true);
    expect(await allOf(store.listItems(workbook))).toStrictEqual([]);
  });

  test('the parts of several puts that died are one entry, with the latest time', async () => {
    const big = { area: 'leaf', digest: 'big', body: randomBytes(1_125_000).toString('base64') };
    const workbook = randomUUID();
    const lost = Array<Fault>(40).fill('lost');
    // Three further parts in two requests; then the first item.
    stores.proxy.plan('BatchWriteItem', undefined, undefined, ...lost);
    await expect(faulty({ clock: () => 3_000 }).store.putItems(workbook, [big])).rejects.toThrow(/did not answer/);
    stores.proxy.plan('BatchWriteItem', { process: 1 }, ...lost);
    await expect(faulty({ clock: () => 2_000 }).store.putItems(workbook, [big])).rejects.toThrow(/did not answer/);
    stores.proxy.plan('BatchWriteItem');
    const store = stores.embedded.open();
    const entries = await allOf(store.listItems(workbook));
    expect(entries).toStrictEqual([{ area: 'leaf', digest: 'big', putAt: 3_000, isTorn: true }]);
    for (const entry of entries) expect(await store.deleteItem(workbook, entry)).toBe(true);
    expect(await allOf(store.listItems(workbook))).toStrictEqual([]);
  });

  test('requests stay far below the 16 MB that DynamoDB takes', async () => {
    const { store, workbook } = faulty();
    const large = Array.from({ length: 25 }, (_, n) => ({
      area: 'leaf',
      digest: `large${n}`,
      body: randomBytes(262_500).toString('base64'),
    }));
    await store.putItems(workbook, large);
    expect(stores.proxy.largest()).toBeGreaterThan(500_000);
    expect(stores.proxy.largest()).toBeLessThan(1_100_000);
    expect((await store.getItems(workbook, large)).size).toBe(25);
  });

  test('the parts that a put is renewing are not deleted under it', async () => {
    const { store: old, workbook } = faulty();
    const big = { area: 'leaf', digest: 'big', body: randomBytes(750_000).toString('base64') };
    await old.putItems(workbook, [big]);
    const [entry] = await allOf(old.listItems(workbook));
    const { store } = faulty({ clock: () => 2_000 });
    // Between the further parts and the first item.
    stores.proxy.afterNext('BatchWriteItem', async () => {
      if (entry !== undefined) expect(await stores.embedded.open().deleteItem(workbook, entry)).toBe(false);
    });
    await store.putItems(workbook, [big]);
    expect((await store.getItems(workbook, [big])).get('big') === big.body).toBe(true);
  });
});
