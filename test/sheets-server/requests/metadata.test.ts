import { afterAll, beforeEach, expect, it } from 'vitest';
import { refusal } from '../support.ts';
import { oneTab } from './sheet-of.ts';

const { server, api, reset, type, batch, describe: show } = await oneTab();
afterAll(() => server.close());

const spreadsheetId = 'book';
const row = (startIndex: number) => ({
  dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 },
});
const make = (metadataId: number, metadataKey: string, location: object) => ({
  createDeveloperMetadata: {
    developerMetadata: { metadataId, metadataKey, metadataValue: 'v', visibility: 'DOCUMENT', location },
  },
});
const search = async (...dataFilters: object[]) => {
  const { data } = await api.spreadsheets.developerMetadata.search({ spreadsheetId, requestBody: { dataFilters } });
  return data.matchedDeveloperMetadata?.map(({ developerMetadata }) => developerMetadata?.metadataId);
};

beforeEach(async () => {
  reset();
  type('A1:A4', [['one'], ['two'], ['three'], ['four']]);
  await batch(make(1, 'whole', { spreadsheet: true }), make(2, 'tab', { sheetId: 0 }), make(3, 'line', row(2)));
});

it('is found by key, by place and by id', async () => {
  expect(await search({ developerMetadataLookup: { metadataKey: 'line' } })).toEqual([3]);
  expect(await search({ developerMetadataLookup: { locationType: 'SHEET' } })).toEqual([2]);
  expect(await search({ a1Range: 'A3' })).toEqual([1, 2, 3]);
  const metadataLocation = { sheetId: 0 };
  const exact = { metadataLocation, locationMatchingStrategy: 'EXACT_LOCATION' };
  expect(await search({ developerMetadataLookup: exact })).toEqual([2]);
  expect(await search({ developerMetadataLookup: { metadataKey: 'none' } })).toBeUndefined();
  const { data } = await api.spreadsheets.developerMetadata.get({ spreadsheetId, metadataId: 3 });
  expect(data).toEqual({
    metadataId: 3,
    metadataKey: 'line',
    metadataValue: 'v',
    visibility: 'DOCUMENT',
    location: { locationType: 'ROW', ...row(2) },
  });
  expect(await refusal(api.spreadsheets.developerMetadata.get({ spreadsheetId, metadataId: 99 }))).toMatchObject({
    code: 404,
  });
});

it('stands in the answer where it belongs', async () => {
  const data = await show(
    'developerMetadata.metadataId,sheets(developerMetadata.metadataId,data.rowMetadata.developerMetadata.metadataId)',
  );
  expect(data.developerMetadata).toEqual([{ metadataId: 1 }]);
  expect(data.sheets?.[0]?.developerMetadata).toEqual([{ metadataId: 2 }]);
  expect(data.sheets?.[0]?.data?.[0]?.rowMetadata?.slice(0, 4)).toEqual([
    {},
    {},
    { developerMetadata: [{ metadataId: 3 }] },
    {},
  ]);
});

it('moves with its row, leads to its values, and goes when the row goes', async () => {
  const insert = { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 2 } };
  await batch({ insertDimension: insert });
  const dataFilters = [{ developerMetadataLookup: { metadataKey: 'line' } }];
  const read = async () =>
    (await api.spreadsheets.values.batchGetByDataFilter({ spreadsheetId, requestBody: { dataFilters } })).data
      .valueRanges;
  expect(await read()).toEqual([
    { valueRange: { range: 'T!A5:Z5', majorDimension: 'ROWS', values: [['three']] }, dataFilters },
  ]);
  const data = [{ dataFilter: dataFilters[0] ?? {}, values: [['changed']] }];
  await api.spreadsheets.values.batchUpdateByDataFilter({
    spreadsheetId,
    requestBody: { valueInputOption: 'RAW', data },
  });
  expect((await read())?.[0]?.valueRange?.values).toEqual([['changed']]);
  const cleared = await api.spreadsheets.values.batchClearByDataFilter({ spreadsheetId, requestBody: { dataFilters } });
  expect(cleared.data.clearedRanges).toEqual(['T!A5:Z5']);
  await batch({ deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 4, endIndex: 5 } } });
  expect(await read()).toBeUndefined();
});

it('is changed and deleted by filter', async () => {
  const dataFilters = [{ developerMetadataLookup: { metadataId: 3 } }];
  const developerMetadata = { metadataValue: 'w' };
  expect(
    await batch({ updateDeveloperMetadata: { dataFilters, developerMetadata, fields: 'metadataValue' } }),
  ).toMatchObject([
    { updateDeveloperMetadata: { developerMetadata: [{ metadataId: 3, metadataKey: 'line', metadataValue: 'w' }] } },
  ]);
  expect(await batch({ deleteDeveloperMetadata: { dataFilter: { a1Range: 'T' } } })).toMatchObject([
    {
      deleteDeveloperMetadata: { deletedDeveloperMetadata: [{ metadataId: 1 }, { metadataId: 2 }, { metadataId: 3 }] },
    },
  ]);
  expect(await search({ a1Range: 'T' })).toBeUndefined();
});
