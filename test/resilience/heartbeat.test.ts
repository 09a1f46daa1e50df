import { describe, expect, test } from 'vitest';
import { someRows } from '../support/ingest-rows.ts';
import { counting } from '../support/intercept.ts';
import { type MemoryService, memoryService } from '../support/memory-service.ts';
import { NOON } from '../support/ports.ts';
import { HEADER, row } from '../support/trees.ts';

const BOOK = 'idle';
const MINUTE = 60_000;

async function settled(): Promise<MemoryService> {
  const one = memoryService(NOON, { [BOOK]: { Activity: [[...HEADER, 'Check'], ...someRows(60)] } });
  await one.settle(BOOK);
  return one;
}

const asOf = (one: MemoryService) => one.sheet(BOOK).reports.tabs.get('Health')?.layout.rows[1]?.[0]?.value;
const WRITES = ['publish', 'putItems', 'swapHead', 'mergeSeen', 'writeColumn', 'putFilterViews'] as const;

describe('a sheet on which nothing changes', () => {
  test('is left alone for an hour; then one write says that it was looked at', async () => {
    const one = await settled();
    expect(asOf(one)).toContain('12:00');
    one.now += 59 * MINUTE;
    const quiet = counting();
    for (const stage of ['ingest', 'rollup', 'report'] as const) await one.run(stage, BOOK, quiet);
    expect(quiet.of(...WRITES)).toBe(0);
    one.now += 2 * MINUTE;
    const beat = counting();
    for (const stage of ['ingest', 'rollup', 'report'] as const) await one.run(stage, BOOK, beat);
    expect([beat.of('publish'), beat.of('swapHead'), beat.of(...WRITES)]).toEqual([1, 1, 2]);
    expect(asOf(one)).toContain('13:01');
    const again = counting();
    await one.run('report', BOOK, again);
    expect(again.of(...WRITES)).toBe(0);
  });

  test('gets a report tab back that somebody deleted', async () => {
    const one = await settled();
    one.sheet(BOOK).reports.tabs.delete('Targets');
    one.now += 61 * MINUTE;
    await one.settle(BOOK);
    expect(one.sheet(BOOK).reports.tabs.has('Targets')).toBe(true);
  });

  test('gets its reports back when somebody restored an old version of the spreadsheet', async () => {
    const one = await settled();
    const old = one.sheet(BOOK).fork();
    const typed = row('2026-02-02', 'Ana', 'Brand new', 'Ask', 'Sent', { amount: 70 });
    one.sheet(BOOK).tab('Activity').rows.push(typed);
    one.now += MINUTE;
    await one.settle(BOOK);
    const deals = (): string => JSON.stringify(one.sheet(BOOK).reports.tabs.get('Deals')?.layout.rows.slice(2));
    const now = deals();
    // The old reports, beside the rows of today: nothing on the input tabs tells that.
    one.sheet(BOOK).reports = old.reports;
    expect(deals()).not.toBe(now);
    one.now += 61 * MINUTE;
    await one.settle(BOOK);
    expect(deals()).toBe(now);
  });
});
