import { expect, test } from 'vitest';
import type { StorePort } from '../../lambdas/ports.ts';
import { loadFigures } from '../../lambdas/report/load-figures.ts';
import { service, TODAY, WORKBOOK } from '../support/ports.ts';
import { row } from '../support/trees.ts';

const MONTHS = 40;

/** A row on the first of each month up to January 2026, so that the history is long, and what else is given. */
const history = (...more: ReturnType<typeof row>[]) => [
  ...Array.from({ length: MONTHS }, (_, back) =>
    row(new Date(Date.UTC(2026, -back, 1)).toISOString().slice(0, 10), 'Ana', 'Acme', 'Attempt', 'Spoke'),
  ),
  ...more,
];

/** The figures, and how many months of rows were read for them. */
async function loaded(rows: ReturnType<typeof history>) {
  const one = service(rows.map((cells) => [...cells]));
  await one.settle();
  const head = one.store.table.heads.get(WORKBOOK);
  if (!head?.source || !head.derived) throw new Error('nothing is rolled up');
  const store = one.store.open();
  const months = new Set<string>();
  const counted: Pick<StorePort, 'getItems' | 'readSeen'> = {
    readSeen: store.readSeen,
    getItems: (workbook, refs) => {
      for (const { area, digest } of refs) if (area.startsWith('month')) months.add(digest);
      return store.getItems(workbook, refs);
    },
  };
  const at = { day: TODAY, minute: 720 };
  const { source, derived } = head;
  const figures = await loadFigures(counted, WORKBOOK, { ...head, source, derived }, () => at);
  return { held: figures.held, isBehind: figures.isBehind, months: months.size };
}

test('a long history is not read to tell what is held: only the months from today on', async () => {
  expect(await loaded(history())).toEqual({ held: 0, isBehind: false, months: 1 });
});

test('what is held lies in later months, and in this one', async () => {
  const later = ['2026-02-01', '2026-02-20', '2026-03-05', '2026-05-05'].map((day) =>
    row(day, 'Ana', 'Acme', 'Attempt', 'Spoke'),
  );
  expect(await loaded(history(...later))).toEqual({ held: 3, isBehind: false, months: 3 });
});
