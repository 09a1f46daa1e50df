import { expect, test } from 'vitest';
import { generations } from '../support/generations.ts';
import type { Around } from '../support/intercept.ts';
import { type MemoryService, memoryService } from '../support/memory-service.ts';
import { activityOf, NAMES } from '../support/rep-edits.ts';
import { row } from '../support/trees.ts';
import { interleave } from '../support/turnstile.ts';

/** Orders of calls that chance seldom meets. */
const BOOK = 'workbook';
const NOTHING: Around = {};

function workbook(): MemoryService {
  const rows = [row('2026-02-02', 'Ana', 'Acme', 'Ask', 'Sent')];
  return memoryService(Date.parse('2026-02-02T11:00:00Z'), { [BOOK]: { Activity: [[...NAMES, 'Check'], ...rows] } });
}

test('a report that was overtaken and looks at the sheet is overtaken again: the newer one stays', async () => {
  const one = workbook();
  await one.settle(BOOK);
  const { snapshot, watch, verify } = generations(one, BOOK);
  snapshot();
  let typed = 0;
  const type = async (): Promise<void> => {
    activityOf(one.sheet(BOOK)).rows.push(row('2026-02-02', 'Ben', `Typed ${++typed}`, 'Ask', 'Sent'));
    snapshot();
    for (const stage of ['ingest', 'rollup'] as const) await one.run(stage, BOOK, watch(NOTHING));
  };
  const overtake = async (): Promise<void> => {
    await type();
    await one.run('report', BOOK, watch(NOTHING));
  };
  await type();
  const met: string[] = [];
  await one.run('report', BOOK, {
    ...watch({
      async before(method) {
        if (!['publish', 'describe'].includes(method) || met.includes(method)) return;
        met.push(method);
        await overtake();
      },
    }),
  });
  expect(met).toEqual(['publish', 'describe']);
  await verify();
  const week = one.sheet(BOOK).reports.tabs.get('Health')?.layout;
  expect(JSON.stringify(week)).toContain(`All ${typed + 1} rows count`);
});

test('a report that looks at the sheet is not overtaken by what changes no figure', async () => {
  const one = workbook();
  one.sheet(BOOK).tabs[0]?.rows.push(row('2026-02-02', 'Ben', 'Bolt', 'Ask', 'Sent'));
  await one.settle(BOOK);
  one.sheet(BOOK).reports.tabs.delete('Health');
  const { rows } = activityOf(one.sheet(BOOK));
  let looks = 0;
  one.now += 3_600_000; // the heartbeat finds that a tab is gone, and looks
  await one.run('report', BOOK, {
    async before(method) {
      if (method !== 'describe') return;
      looks++;
      // A rep sorts, again and again: another snapshot of the same rows is noted.
      rows.push(...rows.splice(1, 1));
      expect(await one.run('ingest', BOOK)).toMatchObject({ status: 'noted' });
    },
  });
  expect(looks).toBe(1);
  expect(one.sheet(BOOK).reports.tabs.has('Health')).toBe(true);
});

test('a report that began before midnight does not take the tabs back to that day', async () => {
  const one = workbook();
  await one.settle(BOOK);
  const shown = () => JSON.stringify(one.sheet(BOOK).reports.tabs.get('Health')?.layout.rows[1]);
  let met = false;
  await one.run('report', BOOK, {
    async before() {
      if (met) return;
      met = true;
      one.now += 86_400_000;
      await one.run('report', BOOK);
      expect(shown()).toContain('As of Tue 3 Feb 2026');
    },
  });
  expect(met).toBe(true);
  expect(shown()).toContain('As of Tue 3 Feb 2026');
});

test('a slow rollup never takes the generation back', async () => {
  const one = workbook();
  await one.run('ingest', BOOK);
  await one.run('rollup', BOOK);
  const rejected = (): void => void activityOf(one.sheet(BOOK)).rows.push(row('2026-02-02', 'Ben', '', 'Ask', 'Sent'));
  rejected(); // no figure changes
  await one.run('ingest', BOOK);
  const generation = () => one.store.table.heads.get(BOOK)?.derived?.generation ?? 0;
  // It has read the head; then another snapshot of the same figures is noted and rolled up.
  let raced = 0;
  await one.run('rollup', BOOK, {
    async before(method) {
      if (method !== 'swapHead' || raced > 0) return;
      raced = 1;
      rejected();
      await one.run('ingest', BOOK);
      await one.run('rollup', BOOK);
      raced = generation();
    },
  });
  expect(raced).toBeGreaterThan(2);
  expect(generation()).toBe(raced);
});

test('a rollup starts over when another snapshot was noted since it read the head', async () => {
  const one = workbook();
  await one.settle(BOOK);
  const type = (prospect: string): void =>
    void activityOf(one.sheet(BOOK)).rows.push(row('2026-02-02', 'Ben', prospect, 'Ask', 'Sent'));
  type('Bolt');
  await one.run('ingest', BOOK);
  let swaps = 0;
  await one.run('rollup', BOOK, {
    async before(method) {
      if (method !== 'swapHead' || swaps++ > 0) return;
      type('Crane');
      await one.run('ingest', BOOK);
    },
  });
  // Else the figures of one snapshot would bear the number of the next.
  const { derived, source, generation } = one.store.table.heads.get(BOOK) ?? {};
  expect(derived).toMatchObject({ source, generation });
});

test('two rollups at once end in one root of the newest rows', async () => {
  const one = workbook();
  await one.run('ingest', BOOK);
  await interleave(
    [0, 1].map(() => (gate: Around) => one.run('rollup', BOOK, gate)),
    [0, 1],
    () => {},
  );
  const { derived, source } = one.store.table.heads.get(BOOK) ?? {};
  expect(derived?.source).toBe(source);
});

test('a column that is moved after the read gets no verdicts', async () => {
  const one = workbook();
  await one.settle(BOOK);
  const { snapshot, watch } = generations(one, BOOK);
  const tab = activityOf(one.sheet(BOOK));
  tab.rows.push(row('2026-02-02', 'Ben', 'Bolt', 'Ask', 'Sent'));
  snapshot();
  const moveColumn: Around = {
    before(method) {
      if (method !== 'writeColumn') return;
      for (const cells of tab.rows) cells.unshift('');
    },
  };
  await one.run('ingest', BOOK, watch(moveColumn));
});
