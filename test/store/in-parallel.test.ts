import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inParallel } from '../../lambdas/store/in-parallel.ts';

test('everything is done, never more than the limit at once', async () => {
  const done: number[] = [];
  let running = 0;
  let most = 0;
  await inParallel(3, Array.from({ length: 20 }).keys(), async (n) => {
    running += 1;
    most = Math.max(most, running);
    await sleep(n % 4);
    done.push(n);
    running -= 1;
  });
  expect(done.sort((a, b) => a - b)).toStrictEqual([...Array(20).keys()]);
  expect(most).toBe(3);
});

test('after a failure nothing new begins, what runs ends, and the first error is thrown', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const work = inParallel(2, [1, 2, 3, 4], async (n) => {
    begun.push(n);
    await sleep(n * 5);
    if (n === 1) throw new Error('first');
    ended.push(n);
  });
  await expect(work).rejects.toThrow('first');
  expect([begun, ended]).toStrictEqual([[1, 2], [2]]);
});

test('a source that fails is a failure', async () => {
  function* source() {
    yield 1;
    throw new Error('source');
  }
  await expect(inParallel(2, source(), async () => undefined)).rejects.toThrow('source');
});
