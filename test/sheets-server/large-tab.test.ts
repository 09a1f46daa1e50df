import { afterAll, expect, it } from 'vitest';
import { running } from './support.ts';

const { server, api } = await running();
afterAll(() => server.close());

it('reads 100,000 rows of 12 columns, and writes one cell of them', async () => {
  const rows = Array.from({ length: 100_000 }, (_, row) =>
    Array.from({ length: 12 }, (_, column) => (column < 6 ? `text ${row % 977}` : row * column)),
  );
  server.addWorkbook({
    id: 'big',
    title: 'Big',
    locale: 'en_US',
    timeZone: 'Etc/UTC',
    tabs: [{ title: 'Rows', rows }],
  });
  const read = async (range: string) =>
    (await api.spreadsheets.values.get({ spreadsheetId: 'big', range, valueRenderOption: 'UNFORMATTED_VALUE' })).data
      .values;
  expect(await read('Rows!A1:L')).toEqual(rows);
  server.typeInto('big', 'Rows!A5', [['x']]);
  expect(await read('Rows!A4:A6')).toEqual([['text 3'], ['x'], ['text 5']]);
});

it('a long tab has no columns but those that are filled: report tabs fit below the limit of cells', async () => {
  const rows = Array.from({ length: 400_000 }, () => [1, 2, 3, 4, 5, 6]);
  server.addWorkbook({ id: 'long', title: 'Long', locale: 'en_US', timeZone: 'Etc/UTC', tabs: [{ title: 'A', rows }] });
  server.edit('long', [{ addSheet: { properties: { title: 'Report' } } }]);
  server.replaceTab('long', 'B', rows);
  server.edit('long', [{ addSheet: { properties: { title: 'Report 2' } } }]);
  expect(server.workbook('long').sheets.map(({ state }) => state.columnCount)).toEqual([6, 26, 6, 26]);
});
