import { expect, test } from 'vitest';
import { rejectedShare } from '../../lambdas/ingest/rejected-share.ts';
import { service } from '../support/ports.ts';
import { row } from '../support/trees.ts';

const good = row('2026-02-02', 'Ana', 'Acme', 'Ask', 'Sent');
const bad = ['soon', ...good.slice(1)];

test.each([
  [[good, good, good, bad], 25],
  [[bad], 100],
  [[good], 0],
])('percent of the rows that are not counted (%#)', async (rows, share) => {
  const { snapshot } = await service(rows).ingest();
  expect(rejectedShare(snapshot)).toBe(share);
});

test('nothing is said where nothing was read', async () => {
  const { snapshot } = await service([]).ingest();
  expect(snapshot?.count).toBe(0);
  expect(rejectedShare(snapshot)).toBeUndefined();
  expect(rejectedShare(undefined)).toBeUndefined();
});
