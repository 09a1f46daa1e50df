import { expect, test } from 'vitest';
import { AWS_MS, computing, DELIVERY_MS, DRIVE_LAG_MS, GOOGLE_MS } from './assumptions.ts';
import { largest } from './scenarios.ts';
import { simulate } from './simulate.ts';
import { quantile, summaryOf } from './summary.ts';

test('the same fleet has the same day', async () => {
  const fleet = { workbooks: 3, accounts: 2 };
  expect(summaryOf(await simulate(fleet))).toEqual(summaryOf(await simulate(fleet)));
});

test('alone, a row waits for the tick and then for nothing but the work itself', async () => {
  const { freshness } = await simulate({ workbooks: 1, accounts: 1 });
  const calls = GOOGLE_MS.changes + GOOGLE_MS.describe + GOOGLE_MS.read + GOOGLE_MS.writeCheck + GOOGLE_MS.publish;
  const least = calls + 3 * DELIVERY_MS + 2 * AWS_MS;
  expect(quantile(freshness, 0)).toBeGreaterThan(least);
  // A minute until the tick, and what computing takes; a run that is under way when the next tick comes is waited for.
  const work = least + computing('report', 2) + computing('ingest', 2) + computing('rollup', 2);
  expect(quantile(freshness, 1)).toBeLessThan(DRIVE_LAG_MS + 60_000 + 2 * work);
  const mean = freshness.reduce((sum, age) => sum + age, 0) / freshness.length;
  expect(mean).toBeGreaterThan(30_000);
  expect(mean).toBeLessThan(45_000);
});

test('every typed row is shown, unless the day is over', async () => {
  const { freshness } = await simulate({ workbooks: 20, accounts: 1 });
  expect(freshness).toHaveLength(20 * 200);
  expect(quantile(freshness, 1)).toBeLessThan(Number.POSITIVE_INFINITY);
});

test('an account that is asked for more than its quota falls behind, and two of them do not', async () => {
  const one = summaryOf(await simulate({ workbooks: 150, accounts: 1 }));
  const two = summaryOf(await simulate({ workbooks: 150, accounts: 2 }));
  expect(one.scarcest.resource).toBe('reads of an account');
  expect(one.use['reads of an account']).toBeGreaterThan(0.95);
  expect(one.use['reads of an account']).toBeLessThanOrEqual(1);
  expect(one.p95).toBeGreaterThan(600);
  expect(two.p95).toBeLessThan(100);
});

test('the largest fleet that goes well is found', async () => {
  const found = await largest(100, 200, async (size) => size <= 137);
  expect(found).toBeGreaterThanOrEqual(130);
  expect(found).toBeLessThanOrEqual(137);
  expect(await largest(5000, 5000, async () => true)).toBe(5000);
});
