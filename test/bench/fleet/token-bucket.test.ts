import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TokenBucket } from './token-bucket.ts';

const MINUTE = 60_000;
const byTheMinute = (capacity: number, now = 0) => new TokenBucket({ capacity, refill: capacity, every: MINUTE }, now);

test('gives what it holds, and then nothing until the clock strikes', () => {
  const bucket = byTheMinute(2, 30_000);
  expect([bucket.take(30_000), bucket.take(30_001), bucket.take(59_999)]).toEqual([true, true, false]);
  expect(bucket.left(MINUTE)).toBe(2);
});

test('never holds more than its capacity, however long nobody asked', () => {
  expect(byTheMinute(60).left(100 * MINUTE)).toBe(60);
});

test('a slow refill adds up', () => {
  const bucket = new TokenBucket({ capacity: 10, refill: 1, every: 1000 }, 0);
  for (let i = 0; i < 10; i++) bucket.take(0);
  expect(bucket.take(999)).toBe(false);
  expect(bucket.left(3500)).toBe(3);
});

test('no minute gives more than the quota, and one that is asked often enough gives all of it', () => {
  const asks = fc.array(fc.integer({ min: 0, max: 10 * MINUTE }), { maxLength: 300 });
  fc.assert(
    fc.property(asks, fc.integer({ min: 1, max: 20 }), (times, capacity) => {
      const bucket = byTheMinute(capacity);
      const asked = new Map<number, number>();
      const granted = new Map<number, number>();
      for (const time of times.sort((a, b) => a - b)) {
        const minute = Math.floor(time / MINUTE);
        asked.set(minute, (asked.get(minute) ?? 0) + 1);
        if (bucket.take(time)) granted.set(minute, (granted.get(minute) ?? 0) + 1);
      }
      for (const [minute, count] of asked) expect(granted.get(minute) ?? 0).toBe(Math.min(count, capacity));
    }),
  );
});
