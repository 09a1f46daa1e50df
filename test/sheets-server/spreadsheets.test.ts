import { afterAll, expect, it } from 'vitest';
import { BOOK, refusal, running } from './support.ts';

const { server, api, files } = await running();
afterAll(() => server.close());

it('creates a spreadsheet and tells about it under a field mask', async () => {
  const { data } = await api.spreadsheets.create({
    requestBody: {
      properties: { title: 'Made', locale: 'nl_NL', timeZone: 'Europe/Amsterdam' },
      sheets: [{ properties: { title: 'One' } }],
    },
  });
  const spreadsheetId = data.spreadsheetId ?? '';
  expect(data).toMatchObject({
    properties: { title: 'Made', locale: 'nl_NL' },
    sheets: [{ properties: { sheetId: 0, title: 'One', index: 0 } }],
  });
  const fields = 'properties(title,timeZone),sheets/properties/gridProperties(rowCount)';
  expect((await api.spreadsheets.get({ spreadsheetId, fields })).data).toEqual({
    properties: { title: 'Made', timeZone: 'Europe/Amsterdam' },
    sheets: [{ properties: { gridProperties: { rowCount: 1000 } } }],
  });
  expect((await refusal(api.spreadsheets.get({ spreadsheetId, fields: 'a(b' }))).message).toMatch(
    /Invalid field selection/,
  );
});

it('shows cells with values, formats and notes', async () => {
  server.addWorkbook(BOOK);
  server.edit('book', [
    {
      updateCells: {
        start: { sheetId: 0, rowIndex: 1, columnIndex: 1 },
        rows: [{ values: [{ userEnteredValue: { formulaValue: '=A2' }, note: 'why' }] }],
        fields: 'userEnteredValue,note',
      },
    },
  ]);
  const { data } = await api.spreadsheets.get({
    spreadsheetId: 'book',
    ranges: ["'It''s'!A2:B2"],
    includeGridData: true,
  });
  expect(data.sheets).toHaveLength(1);
  expect(data.sheets?.[0]?.data?.[0]).toMatchObject({
    startRow: 1,
    rowData: [
      {
        values: [
          {
            userEnteredValue: { numberValue: 46342 },
            effectiveValue: { numberValue: 46342 },
            formattedValue: '16/11/2026',
            userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'dd/mm/yyyy' } },
          },
          { userEnteredValue: { formulaValue: '=A2' }, effectiveValue: { numberValue: 46342 }, note: 'why' },
        ],
      },
    ],
  });
});

it('is a Drive that counts versions and lists changes', async () => {
  const { data: made } = await files.files.create({
    requestBody: { name: 'File', mimeType: 'application/vnd.google-apps.spreadsheet' },
  });
  const fileId = made.id ?? '';
  const version = async () => Number((await files.files.get({ fileId, fields: 'version,modifiedTime' })).data.version);
  const before = await version();
  const { data: start } = await files.changes.getStartPageToken();
  const pageToken = start.startPageToken ?? '';
  expect((await files.changes.list({ pageToken })).data).toMatchObject({ changes: [], newStartPageToken: pageToken });
  server.typeInto(fileId, 'Sheet1!A1', [['x']]);
  server.typeInto(fileId, 'Sheet1!A2', [['y']]);
  expect(await version()).toBe(before + 2);
  const { data: changed } = await files.changes.list({ pageToken });
  expect(changed.changes).toMatchObject([{ fileId, removed: false }]);
  await files.files.delete({ fileId });
  const { data: gone } = await files.changes.list({ pageToken: changed.newStartPageToken ?? '' });
  expect(gone.changes).toMatchObject([{ fileId, removed: true }]);
  expect((await refusal(files.files.get({ fileId }))).code).toBe(404);
});
