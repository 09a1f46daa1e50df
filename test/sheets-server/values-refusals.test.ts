import { afterAll, beforeEach, expect, it } from 'vitest';
import { oneTab } from './requests/sheet-of.ts';
import { refusal } from './support.ts';

const { server, api, reset, type, values } = await oneTab();
afterAll(() => server.close());
beforeEach(reset);

const spreadsheetId = 'book';

it('a refused part of values.batchUpdate and values.batchClear is named', async () => {
  const update = (range: string, lines: string[][]) =>
    api.spreadsheets.values.batchUpdate({
      spreadsheetId,
      requestBody: {
        valueInputOption: 'RAW',
        data: [
          { range: 'A1', values: [['x']] },
          { range, values: lines },
        ],
      },
    });
  expect((await refusal(update('Nope!A1', [['y']]))).message).toBe('Invalid data[1]: Unable to parse range: Nope!A1');
  expect((await refusal(update('A1:B1', [['y'], ['z']]))).message).toBe(
    'Invalid data[1]: Requested writing within range [T!A1:B1], but tried writing to row [2]',
  );
  const clear = api.spreadsheets.values.batchClear({ spreadsheetId, requestBody: { ranges: ['A1001:ZZ'] } });
  expect((await refusal(clear)).message).toBe(
    'Invalid range[0]: Range (T!A1001:ZZ) exceeds grid limits. Max rows: 1000, max columns: 26',
  );
});

it('reads ranges by the numbers of rows and columns', async () => {
  type('A1:B2', [
    [1, 2],
    [3, 4],
  ]);
  expect(await values('T!R1C2:R2C2')).toEqual([[2], [4]]);
});

it('a lookup at the spreadsheet itself cannot ask for what intersects it', async () => {
  const lookup = { metadataLocation: { spreadsheet: true }, locationMatchingStrategy: 'INTERSECTING_LOCATION' };
  const requestBody = { dataFilters: [{ developerMetadataLookup: lookup }] };
  await api.spreadsheets.batchUpdate({
    spreadsheetId,
    requestBody: {
      requests: [
        {
          createDeveloperMetadata: {
            developerMetadata: { metadataKey: 'k', visibility: 'DOCUMENT', location: { spreadsheet: true } },
          },
        },
      ],
    },
  });
  expect((await refusal(api.spreadsheets.developerMetadata.search({ spreadsheetId, requestBody }))).message).toContain(
    'DeveloperMetadataLookup.spreadsheet is true',
  );
});

it('a tab whose rows are all frozen is not made', async () => {
  const addSheet = { properties: { title: 'F', gridProperties: { rowCount: 1, frozenRowCount: 1 } } };
  const call = api.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [{ addSheet }] } });
  expect((await refusal(call)).message).toContain("You can't freeze all visible rows on the sheet.");
});
