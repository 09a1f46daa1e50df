import { expect, test } from 'vitest';
import { backoff } from '../../lambdas/store/backoff.ts';

/** A backoff that never really waits; `left` milliseconds until the deadline, dice that always show `random`. */
function patient({ left = Number.POSITIVE_INFINITY, random = 1 } = {}) {
  const slept: number[] = [];
  const retries: [string, number][] = [];
  const wait = backoff('do it', {
    deadline: () => left,
    random: () => random,
    sleep: async (milliseconds) => void slept.push(milliseconds),
    meter: { add: (figure, amount) => void retries.push([figure, amount]) },
  });
  return { wait, slept, retries };
}
const busy = Object.assign(new Error('slow down'), { name: 'ThrottlingException' });

test('waits double up to five seconds, and the twelfth try in vain is the last', async () => {
  const { wait, slept, retries } = patient();
  for (let n = 0; n < 11; n += 1) await wait(busy);
  await expect(wait(busy)).rejects.toMatchObject({ kind: 'busy', cause: busy });
  expect(slept).toEqual([100, 200, 400, 800, 1_600, 3_200, 5_000, 5_000, 5_000, 5_000, 5_000]);
  expect(retries).toEqual(Array(11).fill(['dynamodb.retries', 1]));
});

test('progress eases the wait by a step, never below the first, and counts the tries anew', async () => {
  const { wait, slept } = patient();
  for (const progressed of [false, false, false, true, true, true, true, false]) await wait(busy, progressed);
  expect(slept).toEqual([100, 200, 400, 200, 100, 50, 50, 100]);
  for (let n = 0; n < 10; n += 1) await wait(busy);
  await expect(wait(busy)).rejects.toThrow(/throttled/);
});

test('the dice decide within the wait', async () => {
  const { wait, slept } = patient({ random: 0.25 });
  await wait(busy);
  await wait(busy);
  expect(slept).toEqual([25, 50]);
});

test.each([
  [100, false],
  [101, true],
])('with %i milliseconds left, a wait of 100 is made: %s', async (left, waits) => {
  const { wait, slept } = patient({ left });
  if (waits) await wait(busy);
  else await expect(wait(busy)).rejects.toMatchObject({ kind: 'busy' });
  expect(slept).toEqual(waits ? [100] : []);
});
