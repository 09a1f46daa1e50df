import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { percentile } from '../../../local/sheets-server/conditional-format/gradient.ts';
import { grid, oneTab } from '../requests/sheet-of.ts';

const { server, reset, type, batch, describe } = await oneTab();
beforeEach(reset);
afterAll(() => server.close());

const RED = { red: 1 };
const GREEN = { green: 1 };
const BLUE = { blue: 1 };
const WHITE = { red: 1, green: 1, blue: 1 };

const addRule = (rule: sheets_v4.Schema$ConditionalFormatRule, index = 0): sheets_v4.Schema$Request => ({
  addConditionalFormatRule: { rule, index },
});
const when = (
  type: string,
  values: readonly string[],
  format: sheets_v4.Schema$CellFormat,
  ranges = [grid(0, 5, 0, 1)],
): sheets_v4.Schema$Request =>
  addRule({
    ranges,
    booleanRule: { condition: { type, values: values.map((userEnteredValue) => ({ userEnteredValue })) }, format },
  });

/** The effective formats of the tab, row by row. */
async function formats(): Promise<(sheets_v4.Schema$CellFormat | undefined)[][]> {
  const { sheets } = await describe('sheets.data.rowData.values(effectiveFormat,userEnteredFormat)');
  const rows = sheets?.[0]?.data?.[0]?.rowData ?? [];
  return rows.map((row) => (row.values ?? []).map((cell) => cell.effectiveFormat));
}
const papers = async (column = 0) => (await formats()).map((row) => row[column]?.backgroundColorStyle?.rgbColor);

it('lays a rule on the cells that meet it, in both fields of a colour', async () => {
  type('T!A1:A3', [[1], [5], ['x']]);
  await batch(when('NUMBER_GREATER', ['3'], { backgroundColor: RED, textFormat: { bold: true } }));
  const [[low], [high]] = (await formats()) as [sheets_v4.Schema$CellFormat[], sheets_v4.Schema$CellFormat[]];
  expect(low?.backgroundColor).toEqual(WHITE);
  expect(low?.textFormat?.bold).toBe(false);
  expect(high?.backgroundColor).toEqual(RED);
  expect(high?.backgroundColorStyle).toEqual({ rgbColor: RED });
  expect(high?.textFormat).toMatchObject({ bold: true, fontSize: 10 });
});

it('lets the first rule go before those after it, and joins what they do not both say', async () => {
  type('T!A1:A2', [[5], [1]]);
  await batch(
    when('NUMBER_GREATER', ['0'], { backgroundColor: BLUE, textFormat: { italic: true } }),
    when('NUMBER_GREATER', ['3'], { backgroundColorStyle: { rgbColor: RED } }),
  );
  expect(await papers()).toEqual([RED, BLUE]);
  expect((await formats())[0]?.[0]?.textFormat?.italic).toBe(true);
});

it('goes before the format of the cell, which stays as it was entered', async () => {
  type('T!A1', [[5]]);
  await batch(
    {
      repeatCell: {
        range: grid(0, 1, 0, 1),
        cell: { userEnteredFormat: { backgroundColor: GREEN } },
        fields: 'userEnteredFormat.backgroundColor',
      },
    },
    when('NOT_BLANK', [], { backgroundColor: RED }),
  );
  expect(await papers()).toEqual([RED]);
  const { sheets } = await describe('sheets.data.rowData.values.userEnteredFormat');
  expect(sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0]?.userEnteredFormat).toEqual({
    backgroundColor: GREEN,
    backgroundColorStyle: { rgbColor: GREEN },
  });
});

it('moves the references of a formula with the cell, `$` holds them', async () => {
  type('T!A1:C3', [
    ['', 'a', 1],
    ['', 'b', 0],
    ['', 'c', 1],
  ]);
  await batch(when('CUSTOM_FORMULA', ['=$C1'], { backgroundColor: RED }, [grid(0, 3, 0, 3)]));
  expect(await papers(0)).toEqual([RED, undefined, RED]);
  expect(await papers(1)).toEqual([RED, WHITE, RED]);
});

it('applies nothing where a formula is not computed, and leaves other rules alone', async () => {
  type('T!A1:A2', [[1], [2]]);
  await batch(
    when('CUSTOM_FORMULA', ['=GOOGLEFINANCE(A1)'], { backgroundColor: RED }),
    when('NUMBER_EQ', ['2'], { backgroundColor: BLUE }),
  );
  expect(await papers()).toEqual([WHITE, BLUE]);
});

it('follows the values when they change, and ends with the rule', async () => {
  type('T!A1', [[1]]);
  await batch(when('NUMBER_EQ', ['2'], { backgroundColor: RED }));
  expect(await papers()).toEqual([WHITE]);
  type('T!A1', [[2]]);
  expect(await papers()).toEqual([RED]);
  await batch({ deleteConditionalFormatRule: { sheetId: 0, index: 0 } });
  expect(await papers()).toEqual([WHITE]);
});

it.each([
  [
    'least to most',
    { minpoint: ['MIN', WHITE], maxpoint: ['MAX', RED] },
    [WHITE, { red: 1, green: 0.49803922, blue: 0.49803922 }, RED],
  ],
  [
    'by numbers, flat beyond them',
    { minpoint: ['NUMBER', RED, '0'], maxpoint: ['NUMBER', BLUE, '5'] },
    [RED, BLUE, BLUE],
  ],
  [
    'over a midpoint',
    { minpoint: ['MIN', RED], midpoint: ['PERCENT', GREEN, '50'], maxpoint: ['MAX', BLUE] },
    [RED, GREEN, BLUE],
  ],
  ['by percentile', { minpoint: ['PERCENTILE', RED, '50'], maxpoint: ['MAX', BLUE] }, [RED, RED, BLUE]],
] as const)('colours numbers along a gradient: %s', async (_, points, expected) => {
  type('T!A1:A4', [[0], [5], [10], ['text']]);
  const gradientRule = Object.fromEntries(
    Object.entries(points).map(([name, [type, color, value]]) => [name, { type, color, value }]),
  );
  await batch(addRule({ ranges: [grid(0, 4, 0, 1)], gradientRule }));
  expect(await papers()).toEqual([...expected, WHITE]);
});

it('finds percentiles between numbers', () => {
  expect([0, 0.25, 0.5, 1].map((share) => percentile([1, 2, 3, 10], share))).toEqual([1, 1.75, 2.5, 10]);
});

it('draws bands below the formats of cells: header, footer, rows, then columns', async () => {
  type('T!A1:B5', Array(5).fill(['x', 'y']));
  await batch(
    {
      addBanding: {
        bandedRange: {
          range: grid(0, 5, 0, 2),
          rowProperties: { headerColor: RED, firstBandColor: WHITE, secondBandColor: GREEN, footerColor: BLUE },
        },
      },
    },
    {
      repeatCell: {
        range: grid(2, 3, 0, 1),
        cell: { userEnteredFormat: { backgroundColor: RED, textFormat: { bold: true } } },
        fields: 'userEnteredFormat',
      },
    },
  );
  expect(await papers(0)).toEqual([RED, WHITE, RED, WHITE, BLUE]);
  expect(await papers(1)).toEqual([RED, WHITE, GREEN, WHITE, BLUE]);
});
