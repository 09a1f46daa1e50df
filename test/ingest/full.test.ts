import { expect, test } from 'vitest';
import { ingest } from '../../lambdas/ingest/ingest.ts';
import { rollup } from '../../lambdas/rollup/rollup.ts';
import { someRows } from '../support/ingest-rows.ts';
import { type Service, service, stateOf, WORKBOOK } from '../support/ports.ts';

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

test('without it a missing item is an error that names the cure', async () => {
  const one = service(someRows(120));
  await one.settle();
  lose(one, 'month/');
  (one.sheet.tab('Activity').rows[3] ?? [])[12] = 'edited';
  await expect(one.ingest()).rejects.toThrow(/leadsheet sync workbook --full/);
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
