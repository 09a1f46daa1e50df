import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { embeddedStore } from '../support/store-embedded.ts';
import { item, newWorkbook, type StoreUnderTest } from '../support/store-under-test.ts';

let under: StoreUnderTest;
beforeAll(async () => {
  under = await embeddedStore();
});
afterAll(() => under.close());

const large = (): string => randomBytes(900_000).toString('base64');

test('what is left of a large body goes when a smaller one took its place; every body stays whole', async () => {
  const [store, workbook] = [under.open(), newWorkbook()];
  const bodies = [item('rows/2026-11', 'shrunk', large()), item('rows/2026-11', 'emptied', large())];
  const whole = item('rows/2026-11', 'whole', large());
  await store.putItems(workbook, [...bodies, whole]);
  expect(await store.deleteStaleParts(workbook)).toBe(0);
  const smaller = [item('rows/2026-11', 'shrunk', large().slice(0, 500_000)), item('rows/2026-11', 'emptied', '')];
  await store.putItems(workbook, smaller);
  expect(await store.deleteStaleParts(workbook)).toBe(6);
  expect(await store.deleteStaleParts(workbook)).toBe(0);
  const read = await store.getItems(workbook, [...smaller, whole]);
  for (const { digest, body } of [...smaller, whole]) expect(read.get(digest) === body, digest).toBe(true);
});
