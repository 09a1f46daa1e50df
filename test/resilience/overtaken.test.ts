import { describe, expect, test } from 'vitest';
import { MissingItem } from '../../lambdas/domain/trees/missing-item.ts';
import { counting } from '../support/intercept.ts';
import { type MemoryService, memoryService } from '../support/memory-service.ts';
import { activityOf, NAMES } from '../support/rep-edits.ts';
import { tally } from '../support/tally.ts';
import { row } from '../support/trees.ts';

/** A run that is overtaken between two of its calls, while a sweep takes what it was still reading. */
const BOOK = 'workbook';
const STAGES = ['rollup', 'report'] as const;

/** One more row was read since the reports were written: both stages have work. */
async function workbook(stage: (typeof STAGES)[number]): Promise<MemoryService> {
  const rows = ['Acme', 'Bolt', 'Crane'].map((prospect) => row('2026-02-02', 'Ana', prospect, 'Ask', 'Sent'));
  const now = Date.parse('2026-02-02T11:00:00Z');
  const one = memoryService(now, { [BOOK]: { Activity: [[...NAMES, 'Check'], ...rows] } });
  await one.settle(BOOK);
  type(one, 'Dune');
  await one.run('ingest', BOOK);
  if (stage === 'report') await one.run('rollup', BOOK);
  return one;
}

const type = (one: MemoryService, prospect: string): void =>
  void activityOf(one.sheet(BOOK)).rows.push(row('2026-02-02', 'Ben', prospect, 'Ask', 'Sent'));

/** Others go on; so much later that what was in force before them is past keeping, the sweep takes it. */
async function overtakeAndSweep(one: MemoryService): Promise<void> {
  one.now += 1000;
  type(one, 'Elm');
  await one.settle(BOOK);
  one.now += 100 * 86_400_000;
  expect(await one.run('sweep', BOOK)).toMatchObject({ deleted: expect.any(Number) });
}

const shown = (one: MemoryService): string =>
  JSON.stringify([...one.sheet(BOOK).reports.tabs.values()].map(({ layout }) => layout.rows));

async function callsOf(stage: (typeof STAGES)[number]): Promise<number> {
  const calls = counting();
  await (await workbook(stage)).run(stage, BOOK, calls);
  return [...calls.calls.values()].reduce((sum, count) => sum + count, 0);
}

describe.each(STAGES)('a %s that is overtaken, and what it read is swept away', (stage) => {
  test('before any of its calls, starts over and takes what is there now', async () => {
    const calls = await callsOf(stage);
    expect(calls).toBeGreaterThan(8);
    for (let k = 0; k < calls; k++) {
      const one = await workbook(stage);
      let call = 0;
      await one.run(stage, BOOK, {
        async before() {
          if (call++ === k) await overtakeAndSweep(one);
        },
      });
      expect(call).toBeGreaterThan(k);
      await one.settle(BOOK);
      expect(shown(one)).toContain('All 5 rows count');
      tally('interleavings', 1);
    }
  });

  test('an item that is gone while nobody overtook it is an error that says what to do', async () => {
    const one = await workbook(stage);
    const areas = new Set(['derived']);
    const items = one.store.table.items.get(BOOK);
    for (const [key, { area }] of items ?? []) if (areas.has(area)) items?.delete(key);
    const run = one.run(stage, BOOK);
    await expect(run).rejects.toThrow(MissingItem);
    await expect(run).rejects.toThrow('leadsheet sync workbook --full');
  });
});
