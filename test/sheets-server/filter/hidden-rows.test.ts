import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { grid, oneTab } from '../requests/sheet-of.ts';

const { server, reset, type, batch, describe, values } = await oneTab();
beforeEach(() => {
  reset();
  type('T!A1:B6', [
    ['Rep', 'Sum'],
    ['Ann', 1],
    ['Bob', 20],
    ['ann', 30],
    ['', 40],
    ['below', 50],
  ]);
});
afterAll(() => server.close());

/** Rows that the basic filter hides, counted from 1. */
async function hidden(): Promise<number[]> {
  const { sheets } = await describe('sheets.data.rowMetadata.hiddenByFilter');
  const rows = sheets?.[0]?.data?.[0]?.rowMetadata ?? [];
  return rows.flatMap(({ hiddenByFilter }, index) => (hiddenByFilter === true ? [index + 1] : []));
}
const filtered = (filter: sheets_v4.Schema$BasicFilter) =>
  batch({ setBasicFilter: { filter: { range: grid(0, 5, 0, 2), ...filter } } });
const condition = (type: string, ...given: string[]) => ({
  condition: { type, values: given.map((userEnteredValue) => ({ userEnteredValue })) },
});

it.each<[string, sheets_v4.Schema$BasicFilter, number[]]>([
  ['nothing asked', {}, []],
  ['values', { filterSpecs: [{ columnIndex: 0, filterCriteria: { hiddenValues: ['Bob', ''] } }] }, [3, 5]],
  ['the older field', { criteria: { 0: { hiddenValues: ['Ann'] } } }, [2]],
  [
    'the newer field first',
    {
      criteria: { 0: { hiddenValues: ['Ann'] } },
      filterSpecs: [{ columnIndex: 1, filterCriteria: { hiddenValues: ['20'] } }],
    },
    [3],
  ],
  ['a condition', { filterSpecs: [{ columnIndex: 0, filterCriteria: condition('TEXT_EQ', 'ann') }] }, [3, 5]],
  [
    'two columns',
    {
      filterSpecs: [
        { columnIndex: 0, filterCriteria: condition('TEXT_EQ', 'ann') },
        { columnIndex: 1, filterCriteria: condition('NUMBER_GREATER', '5') },
      ],
    },
    [2, 3, 5],
  ],
  [
    'condition and values',
    {
      filterSpecs: [{ columnIndex: 1, filterCriteria: { ...condition('NUMBER_GREATER', '5'), hiddenValues: ['30'] } }],
    },
    [2, 4],
  ],
  [
    'a formula meant from the first row below the header',
    { filterSpecs: [{ columnIndex: 1, filterCriteria: condition('CUSTOM_FORMULA', '=B2-20') }] },
    [3],
  ],
  [
    'a formula that is not computed',
    { filterSpecs: [{ columnIndex: 1, filterCriteria: condition('CUSTOM_FORMULA', '=GOOGLEFINANCE(B2)') }] },
    [],
  ],
  ['a column outside of the range', { filterSpecs: [{ columnIndex: 7, filterCriteria: { hiddenValues: [''] } }] }, []],
])('hides the rows that a basic filter does not want: %s', async (_, filter, rows) => {
  await filtered(filter);
  expect(await hidden()).toEqual(rows);
});

it('asks for the colour that cells show, conditional formats included', async () => {
  const RED = { red: 1 };
  await batch({
    addConditionalFormatRule: {
      rule: {
        ranges: [grid(0, 6, 1, 2)],
        booleanRule: { ...condition('NUMBER_GREATER', '25'), format: { backgroundColor: RED } },
      },
    },
  });
  await filtered({ filterSpecs: [{ columnIndex: 1, filterCriteria: { visibleBackgroundColor: RED } }] });
  expect(await hidden()).toEqual([2, 3]);
});

it('follows what is typed, hides no values from readers, and ends with the filter', async () => {
  await filtered({ filterSpecs: [{ columnIndex: 0, filterCriteria: { hiddenValues: ['Bob'] } }] });
  expect(await values('T!A3')).toEqual([['Bob']]);
  type('T!A3', [['Eve']]);
  expect(await hidden()).toEqual([]);
  type('T!A4', [['Bob']]);
  expect(await hidden()).toEqual([4]);
  await batch({ clearBasicFilter: { sheetId: 0 } });
  expect(await hidden()).toEqual([]);
});

it('hides nothing for a filter view', async () => {
  const filterSpecs = [{ columnIndex: 0, filterCriteria: { hiddenValues: ['Bob'] } }];
  await batch({ addFilterView: { filter: { title: 'Not Bob', range: grid(0, 5, 0, 2), filterSpecs } } });
  expect(await hidden()).toEqual([]);
});
