import { expect, test } from 'vitest';
import { cellsOf } from '../../../lambdas/domain/rows/row-line.ts';
import { readStoredWorkbook } from '../../../local/export/stored-workbook.ts';
import { workbookFileOf } from '../../../local/export/workbook-file.ts';
import { memoryService } from '../../support/memory-service.ts';

test('rows that were archived out of the sheet are exported, and are not among those on the sheet', async () => {
  const [today, old] = [46_346, 46_000];
  const service = memoryService(Date.parse('2026-11-20T08:00:00Z'), {
    book: {
      Activity: [
        ['Date', 'Rep', 'Prospect', 'Activity', 'Check'],
        [old, 'Jane', 'Long ago', 'Follow-up'],
        [old, 'Jane', 'Long ago', 'Follow-up'],
        [today, 'Jane', 'Now', 'Follow-up'],
      ],
      Settings: [
        ['Setting', 'Value'],
        ['Archived before', '2026-01-01'],
      ],
    },
  });
  await service.settle('book');
  service.sheet('book').tab('Activity').rows.splice(1, 2);
  await service.settle('book');
  const store = service.store.open();
  const { source = '' } = (await store.readHead('book')) ?? {};
  const prospects = async (which: 'all' | 'on the sheet') =>
    (await readStoredWorkbook(store, 'book', source, which)).repDays.flatMap(({ lines }) =>
      lines.map((line) => cellsOf(line)[2]),
    );
  expect(await prospects('all')).toEqual(['Long ago', 'Long ago', 'Now']);
  expect(await prospects('on the sheet')).toEqual(['Now']);

  const { tabs } = workbookFileOf(await readStoredWorkbook(store, 'book', source));
  expect(tabs.map(({ title, rows }) => [title, rows.length])).toEqual([
    ['Activity', 4],
    ['Settings', 2],
  ]);
  expect(tabs[0]?.formats).toMatchObject({ 0: { type: 'DATE' }, 11: { type: 'DATE' } });
});
