import { expect, test } from 'vitest';
import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { putMissing } from '../../lambdas/domain/trees/put-missing.ts';
import { ingest } from '../../lambdas/ingest/ingest.ts';
import type { StorePort } from '../../lambdas/ports.ts';
import { rollup } from '../../lambdas/rollup/rollup.ts';
import { sweep } from '../../lambdas/sweep/sweep.ts';
import { memorySheet } from '../support/memory-sheets.ts';
import { memoryStore } from '../support/memory-store.ts';
import { allOf, item } from '../support/store-under-test.ts';
import { storedRows } from '../support/stored-rows.ts';
import { tally } from '../support/tally.ts';
import { HEADER, row } from '../support/trees.ts';

const WORKBOOK = 'long';
const NOW = Date.parse('2026-02-02T11:00:00Z');
const HOUR = 3_600_000;

/** A table so slow that a run is over after so many puts. */
function slowly(store: StorePort, puts: number): StorePort {
  return {
    ...store,
    async putItems(workbook, items) {
      await store.putItems(workbook, items.slice(0, puts));
      if (items.length > puts) throw new Error('the time of this run is over');
    },
  };
}

/** One row a rep-day. */
const rows: Cell[][] = Array.from({ length: 3_000 }, (_, i) => {
  const date = new Date(Date.UTC(2026, 1, 2 - Math.floor(i / 12))).toISOString().slice(0, 10);
  return row(date, `Rep ${i % 12}`, `Prospect ${i % 50}`, 'Ask', 'Sent');
});

test('a first load that takes five runs comes to its end, although people type in between', async () => {
  const sheet = memorySheet({ Activity: [HEADER, ...rows] });
  const store = memoryStore();
  let now = NOW;
  const open = store.open({ clock: () => now });
  const deps = { sheets: sheet, store: slowly(open, 800), clock: () => now };
  let runs = 0;
  for (let loaded = false; !loaded && runs < 20; runs++) {
    loaded = await ingest(deps, { workbook: WORKBOOK }).then(
      () => true,
      () => false,
    );
    if (!loaded) expect(await open.readHead(WORKBOOK)).toBeUndefined();
    sheet.tab('Activity').rows.push(row('2026-02-02', 'Rep 1', `Typed ${runs}`, 'Ask', 'Sent'));
    // The sweep comes by, and finds nothing of a workbook without a head to take.
    await sweep({ store: open, clock: () => now }, { workbook: WORKBOOK });
    now += 10 * 60_000;
    tally('time-outs', 1);
  }
  expect(runs).toBe(5);
  await ingest(deps, { workbook: WORKBOOK });
  const { source = '' } = (await open.readHead(WORKBOOK)) ?? {};
  const typed = sheet.tab('Activity').rows.slice(1);
  const texts = typed.map((cells) => JSON.stringify(HEADER.map((_, at) => cells[at] ?? '')));
  expect(storedRows(store.table, WORKBOOK, source, HEADER.length)).toEqual(texts.sort());
  expect((await rollup(deps, { workbook: WORKBOOK })).status).toBe('changed');
});

test('only what was put within the last hours and is whole is left out', async () => {
  const store = memoryStore();
  let now = NOW;
  const open = store.open({ clock: () => now });
  const items = ['old', 'fresh', 'torn', 'new'].map((name) => item('rows/2026-02', name, name));
  const named = (name: string) => items.filter(({ digest }) => digest === name);
  await open.putItems(WORKBOOK, named('old'));
  now += 7 * HOUR;
  await open.putItems(WORKBOOK, [...named('fresh'), ...named('torn')]);
  now += HOUR;
  const put: string[] = [];
  const watched = {
    async *listItems(workbook: string) {
      for (const each of await allOf(open.listItems(workbook)))
        yield each.digest === 'torn' ? { ...each, isTorn: true as const } : each;
    },
    async putItems(_: string, some: readonly { digest: string }[]) {
      put.push(...some.map(({ digest }) => digest));
    },
  };
  await putMissing(watched, WORKBOOK, items, now, 4);
  expect(put).toEqual(['old', 'torn', 'new']);
  put.length = 0;
  await putMissing(watched, WORKBOOK, items, now, 5);
  expect(put).toEqual(['old', 'fresh', 'torn', 'new']);
});
