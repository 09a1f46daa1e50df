import { describe, expect, test } from 'vitest';
import { moveHead } from '../../lambdas/domain/trees/move-head.ts';
import { ingest } from '../../lambdas/ingest/ingest.ts';
import { counting, intercepted } from '../support/intercept.ts';
import { service, WORKBOOK } from '../support/ports.ts';
import { row } from '../support/trees.ts';

const ROWS = [row('2026-02-02', 'Ana', 'Acme', 'Ask', 'Sent'), row('2026-02-02', 'Ben', 'Bolt', 'Ask', 'Sent')];
const head = (one: ReturnType<typeof service>) => one.store.table.heads.get(WORKBOOK);

/** As another ingest would, notes a snapshot after each of the first `times` readings of the sheet. */
function overtaking(one: ReturnType<typeof service>, times: number) {
  const port = one.store.open();
  let left = times;
  return {
    async after(method: string) {
      if (method !== 'read' || left-- <= 0) return;
      await moveHead(port, WORKBOOK, (now) => ({ ...now, generation: now.generation + 1 }));
    },
  };
}

describe('another snapshot is noted meanwhile', () => {
  test('the older one starts over, and says what it did then', async () => {
    const one = service(ROWS);
    expect(await one.ingest({}, overtaking(one, 1))).toMatchObject({ status: 'changed', rowsAdded: 2 });
    expect(head(one)).toMatchObject({ generation: 2, runs: [[46_055, 720, 2, 2, 0]] });
  });

  test('so does one that would have been refused', async () => {
    const one = service(ROWS);
    await one.settle();
    one.sheet.tab('Activity').rows.splice(1);
    expect(await one.ingest({}, overtaking(one, 2))).toMatchObject({ status: 'stopped' });
    expect(head(one)?.stop?.message).toMatch(/^All rows/);
  });

  test('eight times in a row it gives up, and says that it will be tried again', async () => {
    const one = service(ROWS);
    const calls = counting();
    const sheets = intercepted(one.sheet, calls);
    const store = one.store.open();
    const run = (times: number) =>
      ingest(
        { sheets: intercepted(sheets, overtaking(one, times)), store, clock: () => one.now },
        { workbook: WORKBOOK },
      );
    await expect(run(99)).rejects.toThrow(`ingest of ${WORKBOOK} was overtaken 8 times in a row; it will be tried`);
    expect(calls.of('read')).toBe(8);
    expect(await run(7)).toMatchObject({ status: 'changed' });
  });
});

describe('what a run says and leaves', () => {
  test('nothing changed: that, also to one who asks for the rows, and no first-seen time is looked up', async () => {
    const one = service(ROWS);
    await one.settle();
    const calls = counting();
    expect(await one.ingest({ withRows: true }, calls)).toMatchObject({ status: 'unchanged', itemsWritten: 0 });
    expect(await one.ingest({ withRows: true, dryRun: true }, calls)).toMatchObject({ status: 'noted' });
    expect((await one.ingest({ withRows: true })).snapshot?.count).toBe(2);
    expect(calls.of('swapHead', 'readSeen', 'mergeSeen', 'writeColumn')).toBe(0);
  });

  test('verdicts that were lost on their way are written again', async () => {
    const one = service(ROWS);
    const lost = {
      before: (method: string) => (method === 'writeColumn' ? Promise.reject(new Error('lost')) : undefined),
    };
    await expect(one.ingest({}, lost)).rejects.toThrow('lost');
    expect(head(one)?.checked).toMatchObject({ day: 0 });
    expect(await one.ingest()).toMatchObject({ checksWritten: 2, itemsWritten: 0 });
    expect(await one.ingest()).toMatchObject({ status: 'noted', checksWritten: 0 });
    expect(head(one)?.checked).toEqual({ day: 46_055, timeZone: 'Europe/Amsterdam' });
  });

  test('a sheet without a Check column has no verdicts to be right', async () => {
    const one = service(ROWS);
    one.sheet.tab('Activity').rows[0]?.pop();
    expect(await one.ingest()).toMatchObject({ status: 'changed', checksWritten: 0 });
    expect(head(one)).toMatchObject({ generation: 1 });
    expect(head(one)?.checked).toBeUndefined();
    one.now += 48 * 3_600_000;
    expect(await one.ingest()).toMatchObject({ status: 'unchanged' });
  });
});
