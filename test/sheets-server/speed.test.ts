import { afterAll, expect, it } from 'vitest';
import { parseUserEntered } from '../../local/sheets-server/parse-user-entered.ts';
import { running } from './support.ts';

const { server, api } = await running();
afterAll(() => server.close());

// Ceilings a few times what it takes, so that only a change of order of growth fails on a busy machine.
it('reads 100,000 rows of 12 columns, and writes one cell of them, in little time', async () => {
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
  const readAt = performance.now();
  const range = 'Rows!A1:L';
  const { data } = await api.spreadsheets.values.get({
    spreadsheetId: 'big',
    range,
    valueRenderOption: 'UNFORMATTED_VALUE',
    prettyPrint: false,
  });
  expect(data.values).toHaveLength(100_000);
  expect(performance.now() - readAt).toBeLessThan(4000);
  const writtenAt = performance.now();
  server.typeInto('big', 'Rows!A5', [['x']]);
  expect(performance.now() - writtenAt).toBeLessThan(500);
});

it('parses half a million typed cells quickly, because columns repeat', () => {
  const texts = Array.from({ length: 20_000 }, (_, index) =>
    index % 2 ? `Prospect ${index}` : `${(index % 28) + 1}/11/2026`,
  );
  const from = performance.now();
  for (let index = 0; index < 500_000; index += 1) parseUserEntered(texts[index % texts.length] ?? '', 'en_GB');
  expect(performance.now() - from).toBeLessThan(3000);
});
