import { expect, test } from 'vitest';
import { sweep } from '../../lambdas/sweep/sweep.ts';
import { someRows } from '../support/ingest-rows.ts';
import { NOON, service, WORKBOOK } from '../support/ports.ts';

const root = { months: [['2026-01', 'never-written', 1, 0]], inputs: 'never-written', quality: 'never-written' };
const torn = { area: 'source', digest: 'torn', body: JSON.stringify(root) };

test('a root that was put and nothing below it: the sweep takes it, and everything else as ever', async () => {
  const one = service(someRows(20));
  await one.settle();
  const store = one.store.open({ clock: () => one.now });
  await store.putItems(WORKBOOK, [torn]);
  one.now = NOON + 3 * 86_400_000;
  const swept = await sweep({ store, clock: () => one.now }, { workbook: WORKBOOK });
  expect(swept.deleted).toBeGreaterThan(0);
  expect(one.store.table.items.get(WORKBOOK)?.has('source#torn')).toBe(false);
  expect((await one.ingest({ full: true })).status).toBe('noted');
});

test('a root that lacks a part hides nothing that the ones after it lead to', async () => {
  const one = service(someRows(20));
  const store = one.store.open({ clock: () => one.now });
  await one.settle();
  const before = new Set(one.store.table.items.get(WORKBOOK)?.keys());
  const good = JSON.parse(
    [...(one.store.table.items.get(WORKBOOK)?.values() ?? [])].find(({ area }) => area === 'source')?.body ?? '',
  ) as typeof root;
  const half = { ...good, months: [...good.months, ...root.months] };
  one.now = NOON - 1;
  await store.putItems(WORKBOOK, [{ area: 'source', digest: 'half', body: JSON.stringify(half) }]);
  one.now = NOON + 3 * 86_400_000;
  expect(await sweep({ store, clock: () => one.now }, { workbook: WORKBOOK })).toMatchObject({ deleted: 1 });
  expect(new Set(one.store.table.items.get(WORKBOOK)?.keys())).toEqual(before);
});

test('of a root in force nothing may be missing', async () => {
  const one = service(someRows(20));
  await one.settle();
  const items = one.store.table.items.get(WORKBOOK);
  const leaf = [...(items?.keys() ?? [])].find((key) => key.startsWith('month/'));
  items?.delete(leaf ?? '');
  await expect(sweep({ store: one.store.open(), clock: () => one.now }, { workbook: WORKBOOK })).rejects.toThrow(
    /is not in the table/,
  );
});
