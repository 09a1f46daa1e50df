import { expect, test } from 'vitest';
import { loadFigures } from '../../lambdas/report/load-figures.ts';
import { NOON, type Service, service, WORKBOOK } from '../support/ports.ts';
import { row, serial } from '../support/trees.ts';

const DAY = 86_400_000;

async function entriesOf(one: Service): Promise<Record<string, string[]>> {
  const head = one.store.table.heads.get(WORKBOOK);
  if (!head?.source || !head.derived) throw new Error('nothing is rolled up');
  const at = { day: Math.floor(one.now / DAY) + 25_569, minute: 720 };
  const figures = await loadFigures(
    one.store.open(),
    WORKBOOK,
    { ...head, source: head.source, derived: head.derived },
    () => at,
  );
  return Object.fromEntries(
    [...figures.entries].map(([rep, rows]) => [
      rep,
      rows.map(({ day, seen }) => `${day - serial('2026-02-02')} ${seen - day}`),
    ]),
  );
}

test('rows of the first read have no time; later ones have that of the run that saw them first', async () => {
  const one = service([row('2026-02-02', 'Ana', 'Acme', 'Attempt', 'Spoke')]);
  await one.settle();
  expect(await entriesOf(one)).toEqual({});

  one.now = NOON + 2 * DAY;
  const { rows } = one.sheet.tab('Activity');
  rows.push([...row('2026-02-02', 'Ana', 'Bolt', 'Attempt', 'Spoke')]);
  rows.push([...row('2026-02-04', 'Ana; Ben', 'Crane', 'Attempt', 'Spoke')]);
  rows.push([...row('2026-02-04', 'Ana; Ben', 'Crane', 'Attempt', 'Spoke')]); // equal rows both count
  rows.push([...row('2026-01-30', 'Ben', 'Dune', 'Attempt', 'Spoke')]); // not of the week shown
  rows.push([...row('2026-02-01', 'Ben', 'Dune', 'Attempt', 'Spoke')]); // nor this, of the same month
  rows.push([...row('2026-02-06', 'Ben', 'Dune', 'Attempt', 'Spoke')]); // still to come
  await one.settle();
  expect(await entriesOf(one)).toEqual({ 'r:ana': ['0 2', '2 0', '2 0'], 'r:ben': ['2 0', '2 0'] });

  // An edit keeps the time of the row; a row that went is not counted.
  one.now = NOON + 3 * DAY;
  const bolt = rows.find((cells) => cells[2] === 'Bolt');
  if (bolt) bolt[5] = 'Interested';
  rows.splice(
    rows.findIndex((cells) => cells[2] === 'Crane'),
    1,
  );
  await one.settle();
  expect(await entriesOf(one)).toEqual({ 'r:ana': ['0 2', '2 0'], 'r:ben': ['2 0'] });
});
