import { expect, test } from 'vitest';
import { ingest } from '../../lambdas/ingest/ingest.ts';
import { rollup } from '../../lambdas/rollup/rollup.ts';
import { someRows } from '../support/ingest-rows.ts';
import { type Service, service, stateOf, WORKBOOK } from '../support/ports.ts';

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
  const items = one.store.table.items.get(WORKBOOK);
  for (const key of [...(items?.keys() ?? [])]) if (key.startsWith('month/')) items?.delete(key);
  (one.sheet.tab('Activity').rows[3] ?? [])[12] = 'edited';
  await expect(one.ingest()).rejects.toThrow(/leadsheet sync workbook --full/);
});
