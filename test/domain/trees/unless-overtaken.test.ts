import { expect, test } from 'vitest';
import type { Head } from '../../../lambdas/domain/trees/head.ts';
import { MissingItem } from '../../../lambdas/domain/trees/missing-item.ts';
import { unlessOvertaken } from '../../../lambdas/domain/trees/unless-overtaken.ts';

const head = (revision: number): Head => ({ revision, generation: 1, tabs: {} });
const missing = new MissingItem('workbook', { area: 'rows', digest: 'gone' }, 1);
const run = (began: Head | undefined, now: Head | undefined, failing?: Error) =>
  unlessOvertaken({ readHead: async () => now }, 'workbook', began, () =>
    failing ? Promise.reject(failing) : Promise.resolve('done'),
  );

test('a run that finds what it reads comes to its end', async () => {
  expect(await run(head(1), head(2))).toBe('done');
});

test('of an item that is gone because the head moved on nothing is said: the run starts over', async () => {
  expect(await run(head(1), head(2), missing)).toBeUndefined();
  expect(await run(undefined, head(1), missing)).toBeUndefined();
  expect(await run(head(1), undefined, missing)).toBeUndefined();
});

test('an item that is gone from under the head of now is missing, and another failure is a failure', async () => {
  await expect(run(head(1), head(1), missing)).rejects.toBe(missing);
  await expect(run(undefined, undefined, missing)).rejects.toBe(missing);
  await expect(run(head(1), head(2), new Error('the store is down'))).rejects.toThrow('the store is down');
});
