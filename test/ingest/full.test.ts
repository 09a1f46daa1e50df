import { expect, test } from 'vitest';
import { ingest } from '../../lambdas/ingest/ingest.ts';
import { rollup } from '../../lambdas/rollup/rollup.ts';
import { someRows } from '../support/ingest-rows.ts';
import { NOON, type Service, service, stateOf, WORKBOOK } from '../support/ports.ts';
import { row } from '../support/trees.ts';

/** Loses the items of some areas. */
function lose(one: Service, ...areas: readonly string[]): void {
  const items = one.store.table.items.get(WORKBOOK);
  for (const key of [...(items?.keys() ?? [])]) if (areas.some((area) => key.startsWith(area))) items?.delete(key);
}

/** A full run of both stages: what `sync --full` does before the report. */
async function full(one: Service): Promise<void> {
  const deps = { sheets: one.sheet, store: one.store.open({ clock: () => one.now }), clock: () => one.now };
  await ingest(deps, { workbook: WORKBOOK, full: true });
  await rollup(deps, { workbook: WORKBOOK, full: true });
}

test('a table that lost items is whole again after a full run', async () => {
  const one = service(someRows(120));
  await one.settle();
  const state = stateOf(one);
  const items = one.store.table.items.get(WORKBOOK);
  // Which snapshots were in force when is the one thing that no sheet tells.
  const keys = [...(items?.keys() ?? [])].filter((key) => !key.startsWith('history#'));
  expect(keys.length).toBeGreaterThan(50);
  for (const key of keys) {
    const item = items?.get(key);
    items?.delete(key);
    await full(one);
    expect(items?.has(key), key).toBe(true);
    expect(items?.get(key)?.body).toBe(item?.body);
  }
  expect(stateOf(one)).toEqual(state);
});

test('a long load goes on where it was cut off; a full run puts everything anew', async () => {
  const days = Array.from({ length: 1050 }, (_, at) => new Date(Date.UTC(2023, 2, 1 + at)).toISOString().slice(0, 10));
  const one = service(days.map((date) => row(date, 'Ana', 'Acme', 'Ask', 'Sent')));
  const putAt = () => new Set([...(one.store.table.items.get(WORKBOOK)?.values() ?? [])].map((item) => item.putAt));
  await one.ingest();
  expect(one.store.table.items.get(WORKBOOK)?.size).toBeGreaterThan(2000);
  // Cut off before the head was moved.
  one.store.table.heads.delete(WORKBOOK);
  one.now += 3_600_000;
  await one.ingest();
  // Only the moment at which it came into force is another.
  expect(putAt()).toEqual(new Set([NOON, one.now]));
  one.now += 3_600_000;
  const before = one.store.table.items.get(WORKBOOK)?.size;
  await one.ingest({ full: true });
  const items = [...(one.store.table.items.get(WORKBOOK) ?? [])];
  expect(items).toHaveLength(before ?? 0);
  const old = items.filter(([, item]) => item.putAt !== one.now).map(([key]) => key.split('#')[0]);
  expect(old).toEqual(['history', 'history']);
});

test('without it a missing item is an error that names the cure', async () => {
  const one = service(someRows(120));
  await one.settle();
  lose(one, 'month/');
  (one.sheet.tab('Activity').rows[3] ?? [])[12] = 'edited';
  const cure = /leadsheet sync workbook --full/;
  const cold = { sheets: one.sheet, store: one.store.open({ clock: () => one.now }), clock: () => one.now };
  await expect(ingest(cold, { workbook: WORKBOOK })).rejects.toThrow(cure);
  // A warm one has in memory what it needs of it; who needs more says so.
  expect(await one.ingest()).toMatchObject({ status: 'changed' });
  await expect(one.rollup()).rejects.toThrow(cure);
});

test.each([
  ['the root', 'source#'],
  ['the months', 'month/'],
  ['all rows', 'rows/'],
  ['the inputs', 'inputs#'],
  ['everything', ''],
])('%s of a few rows, lost: whole again', async (_, area) => {
  const one = service(someRows(5));
  await one.settle();
  const state = stateOf(one);
  lose(one, area);
  await full(one);
  expect(stateOf(one)).toEqual(state);
});

test('what was lost of rows that are edited since: whole again', async () => {
  const [one, fresh] = [service(someRows(5)), service(someRows(5))];
  await one.settle();
  for (const { sheet } of [one, fresh]) (sheet.tab('Activity').rows[1] ?? [])[12] = 'edited';
  lose(one, 'month/');
  await full(one);
  await fresh.settle();
  const rootOf = ({ store }: Service) => store.table.heads.get(WORKBOOK)?.source;
  expect(rootOf(one)).toBe(rootOf(fresh));
});

test('a store that is down is no store that lost something', async () => {
  const one = service(someRows(5));
  await one.settle();
  (one.sheet.tab('Activity').rows[1] ?? [])[12] = 'edited';
  // The root, and then what is compared with it.
  for (const nth of [0, 1]) {
    let calls = 0;
    const down = { before: (method: string) => (method === 'getItems' && calls++ === nth ? failing() : undefined) };
    await expect(one.ingest({ full: true }, down)).rejects.toThrow('the store is down');
  }
});
const failing = () => Promise.reject(new Error('the store is down'));
