import { describe, expect, test } from 'vitest';
import { newTab, rowBatches } from '../../../local/restore/new-tab.ts';

describe('the batches of a restore', () => {
  test('100,000 rows are a dozen requests below 2 MB, every row once and in order', () => {
    const row = [46_346, 'Jane Eyre', 'Nettlethorpe Teapots Ltd', '', 'Attempt to connect', 'Left a message', 1, 12.5];
    const rows = Array.from({ length: 100_000 }, (_, at) => [...row, '', '', '', '', `note ${at} é🙂`]);
    const batches = [...rowBatches(rows)];
    expect(batches.length).toBeLessThan(12);
    for (const batch of batches) expect(Buffer.byteLength(JSON.stringify(batch.rows))).toBeLessThan(2_000_000);
    expect(batches.flatMap((batch) => batch.rows)).toHaveLength(100_000);
    for (const { start, rows: of } of batches) expect(of[0]?.[12]).toBe(`note ${start} é🙂`);
  });

  test('a row larger than a request goes alone; nothing is nothing', () => {
    expect([...rowBatches([['a'], ['x'.repeat(50)], ['b']], 20)].map(({ start }) => start)).toEqual([0, 1, 2]);
    expect([...rowBatches([])]).toEqual([]);
  });
});

test('a tab is known again by what it shows and for when', () => {
  const content = { rows: [], formats: {} };
  const tab = newTab({ when: '2026-11-20 14:00', what: 'root' }, content);
  expect(tab).toMatchObject({ title: 'Restored 2026-11-20 14:00', titleMeanwhile: 'Restoring 2026-11-20 14:00' });
  expect(newTab({ when: '2026-11-20 14:00', what: 'root' }, content).sheetId).toBe(tab.sheetId);
  const others = [
    newTab({ when: '2026-11-20 14:01', what: 'root' }, content),
    newTab({ when: '2026-11-20 14:00', what: 'other' }, content),
    newTab({ when: '2026-11-20 14:00', what: 'root', name: 'Team' }, content),
  ].map(({ sheetId }) => sheetId);
  expect(new Set([tab.sheetId, ...others]).size).toBe(4);
  for (const id of [tab.sheetId, ...others]) expect(id > 0 && id < 2 ** 31).toBe(true);
});
