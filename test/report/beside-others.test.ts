import { expect, test } from 'vitest';
import { report } from '../../lambdas/report/report.ts';
import { someRows } from '../support/ingest-rows.ts';
import { intercepted } from '../support/intercept.ts';
import { memoryService } from '../support/memory-service.ts';
import { NOON } from '../support/ports.ts';
import { HEADER } from '../support/trees.ts';

const BOOK = 'book';
const HOUR = 3_600_000;

async function rolledUp(...settings: readonly (readonly [string, number])[]) {
  const tabs = { Activity: [[...HEADER, 'Check'], ...someRows(20)], Settings: [['Setting', 'Value'], ...settings] };
  const one = memoryService(NOON, { [BOOK]: tabs });
  for (const stage of ['ingest', 'rollup'] as const) await one.run(stage, BOOK);
  return one;
}

test.each([
  ['the meeting', 14, 15, 2],
  ['the cut-off', 16, 15, 3],
  ['six hours, when nothing is due before', 8, 19, 6],
])('a report is due again at %s', async (_, meeting, cutOff, hours) => {
  const one = await rolledUp(['Meeting hour', meeting], ['Cut-off hour', cutOff]);
  const deps = { sheets: one.sheet(BOOK), store: one.store.open(), clock: () => one.now };
  expect((await report(deps, { workbook: BOOK })).dueAt).toBe(NOON + hours * HOUR);
});

test('what others decided while a report was published stays; the report after it decides again', async () => {
  const one = await rolledUp();
  const heads = one.store.table.heads;
  const meanwhile = {
    after(method: string) {
      const head = heads.get(BOOK);
      if (method === 'publish' && head) heads.set(BOOK, { ...head, facts: 'of another', revision: head.revision + 1 });
    },
  };
  const deps = { store: one.store.open(), clock: () => one.now };
  const sheets = intercepted(one.sheet(BOOK), meanwhile);
  expect(await report({ ...deps, sheets }, { workbook: BOOK })).toMatchObject({ status: 'published' });
  expect(heads.get(BOOK)).toMatchObject({ facts: 'of another', published: { fence: 1 } });
});
