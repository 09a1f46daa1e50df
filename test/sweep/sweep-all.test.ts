import { beforeEach, expect, test } from 'vitest';
import type { StorePort } from '../../lambdas/ports.ts';
import { sweepAll } from '../../lambdas/sweep/sweep-all.ts';
import { memoryStore } from '../support/memory-store.ts';
import { plainRegistry } from '../support/plain-registry.ts';

let now: number;
let store: StorePort;
const registry = plainRegistry().open(() => 0);
beforeEach(async () => {
  now = 0;
  store = memoryStore().open({ clock: () => now });
  for (const workbook of ['a', 'b', 'c', 'd']) {
    await registry.register({ workbook, title: workbook, account: 'a@example.com' });
    await store.swapHead(workbook, undefined, { revision: 1, generation: 1, tabs: {} });
  }
});

/** Each head that is read takes a second. */
const slow = (): StorePort => ({
  ...store,
  async readHead(workbook) {
    now += 1_000;
    if (workbook === 'c') throw new Error('c is broken');
    return store.readHead(workbook);
  },
});
const run = (end: number, random = 0) =>
  sweepAll({ registry, store: slow(), clock: () => now, end, random: () => random });

test('every registered workbook in turn, also after one that fails', async () => {
  const { swept, failed, left } = await run(60_000);
  expect([...swept.keys()]).toEqual(['a', 'b', 'd']);
  expect([...failed]).toEqual([['c', new Error('c is broken')]]);
  expect(left).toEqual([]);
});

test('while time lasts, and says who is left; another time it begins elsewhere', async () => {
  const first = await run(2_000);
  expect([[...first.swept.keys()], first.left]).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  now = 0;
  const second = await run(2_000, 0.75);
  expect([[...second.swept.keys()], second.left]).toEqual([
    ['d', 'a'],
    ['b', 'c'],
  ]);
});

test('the first one always, however late it is', async () => {
  const { swept, left } = await run(-1);
  expect([[...swept.keys()], left]).toEqual([['a'], ['b', 'c', 'd']]);
});
