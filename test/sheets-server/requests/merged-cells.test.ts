import { afterAll, beforeEach, expect, it } from 'vitest';
import { grid, oneTab } from './sheet-of.ts';

const { server, api, reset, type, batch, values } = await oneTab();
afterAll(() => server.close());
beforeEach(reset);

const write = async (row: readonly string[]) =>
  (
    await api.spreadsheets.values.update({
      spreadsheetId: 'book',
      range: 'A1:B1',
      valueInputOption: 'RAW',
      includeValuesInResponse: true,
      requestBody: { values: [[...row]] },
    })
  ).data;

it('take no values but in their first cell', async () => {
  type('A1:B1', [['one', 'two']]);
  await batch({ mergeCells: { range: grid(0, 1, 0, 2), mergeType: 'MERGE_ALL' } });
  expect((await write(['first', 'second'])).updatedData?.values).toEqual([['first']]);
  await batch({ unmergeCells: { range: grid(0, 1, 0, 2) } });
  expect(await values('A1:B1')).toEqual([['first']]);
  await write(['first', 'second']);
  expect(await values('A1:B1')).toEqual([['first', 'second']]);
});
