import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../support.ts';
import { grid, oneTab } from './sheet-of.ts';

// The words are Google's: clients look for them.
const { server, reset, type, batch, values, describe: show } = await oneTab();
afterAll(() => server.close());
beforeEach(reset);

const said = async (request: sheets_v4.Schema$Request) => (await refusal(batch(request))).message;
const rows = (startIndex: number, endIndex: number) => ({ sheetId: 0, dimension: 'ROWS', startIndex, endIndex });
const bold = {
  cell: { userEnteredFormat: { textFormat: { bold: true } } },
  fields: 'userEnteredFormat.textFormat.bold',
};

describe('ranges and the edge of the grid', () => {
  it('refuses a range that starts past the grid, and names it', async () => {
    const limits = 'exceeds grid limits. Max rows: 1000, max columns: 26';
    const repeat = (range: sheets_v4.Schema$GridRange) =>
      said({ repeatCell: { range: { sheetId: 0, ...range }, ...bold } });
    expect(await repeat({ startRowIndex: 1000, startColumnIndex: 0, endColumnIndex: 2 })).toBe(
      `Invalid requests[0].repeatCell: Range (T!A1001:B) ${limits}`,
    );
    expect(await repeat({ startRowIndex: 0, endRowIndex: 2, startColumnIndex: 26 })).toContain(
      `Range (T!AA1:2) ${limits}`,
    );
  });

  it('takes a range that ends past the grid or holds no cell, and does not grow it', async () => {
    await batch(
      { repeatCell: { range: grid(999, 1003, 25, 28), ...bold } },
      { repeatCell: { range: grid(3, 3, 0, 1), ...bold } },
    );
    const { sheets } = await show('sheets(properties.gridProperties,data.rowData.values.userEnteredFormat)');
    expect(sheets?.[0]?.properties?.gridProperties).toEqual({ rowCount: 1000, columnCount: 26 });
    expect(sheets?.[0]?.data?.[0]?.rowData?.[999]?.values?.[25]).toEqual({
      userEnteredFormat: { textFormat: { bold: true } },
    });
  });

  it('counts the last row of a coordinate from 0', async () => {
    const start = { sheetId: 0, rowIndex: 99_998, columnIndex: 0 };
    expect(await said({ updateCells: { start, rows: [{ values: [{ note: 'x' }] }], fields: 'note' } })).toBe(
      'Invalid requests[0].updateCells: GridCoordinate.rowIndex[99998] is after last row in grid[999]',
    );
  });
});

describe('rows and columns', () => {
  it('inserts behind the last row only with the format of the one before', async () => {
    const insert = (inheritFromBefore: boolean) => ({
      insertDimension: { range: rows(1000, 1002), inheritFromBefore },
    });
    expect(await said(insert(false))).toBe(
      'Invalid requests[0].insertDimension: range.startIndex[1000] must be less than the grid size (1000) if inheritFromBefore is false.',
    );
    await batch(insert(true));
    expect(
      (await show('sheets.properties.gridProperties.rowCount')).sheets?.[0]?.properties?.gridProperties?.rowCount,
    ).toBe(1002);
  });

  it('deletes only rows that are there, and not all below the frozen ones', async () => {
    expect(await said({ deleteDimension: { range: rows(1000, 1001) } })).toContain(
      "Cannot delete a row that doesn't exist. Tried to delete row index 1000 but there are only 1000 rows.",
    );
    const properties = { gridProperties: { frozenRowCount: 1 } };
    await batch({ updateSheetProperties: { properties, fields: 'gridProperties.frozenRowCount' } });
    expect(await said({ deleteDimension: { range: rows(1, 1000) } })).toContain(
      'Sorry, it is not possible to delete all non-frozen rows.',
    );
    expect(await said({ mergeCells: { range: grid(0, 2, 0, 1), mergeType: 'MERGE_ALL' } })).toContain(
      "You can't merge frozen and non-frozen rows.",
    );
    await batch({ mergeCells: { range: grid(0, 2, 0, 2), mergeType: 'MERGE_ROWS' } });
  });
});

it('names of tabs and ranges', async () => {
  expect(await said({ deleteSheet: { sheetId: 0 } })).toContain("You can't remove all the sheets in a document.");
  expect(await said({ updateSheetProperties: { properties: { title: '' }, fields: 'title' } })).toContain(
    'The sheet name cannot be empty.',
  );
  const range = grid(0, 1, 0, 1);
  expect(await said({ addNamedRange: { namedRange: { name: 'two words', range } } })).toContain(
    'The name given to this range is invalid.',
  );
  await batch({ addNamedRange: { namedRange: { name: 'Rate', range } } });
  expect(await said({ addNamedRange: { namedRange: { name: 'rate', range } } })).toContain(
    'Cannot add named range with name rate, a named range with that name already exists.',
  );
});

it('developer metadata has a key, a visibility and one row', async () => {
  const create = (developerMetadata: sheets_v4.Schema$DeveloperMetadata) =>
    said({ createDeveloperMetadata: { developerMetadata } });
  const location = { spreadsheet: true };
  expect(await create({ location, visibility: 'DOCUMENT' })).toContain('must always have a key specified.');
  expect(await create({ location, metadataKey: 'k' })).toContain('must always have visibility specified.');
  const dimension = (dimensionRange: sheets_v4.Schema$DimensionRange) =>
    create({ metadataKey: 'k', visibility: 'DOCUMENT', location: { dimensionRange } });
  expect(await dimension(rows(0, 2))).toContain('DimensionRange must represent a single row or column.');
  expect(await dimension({ sheetId: 0, dimension: 'ROWS' })).toContain(
    'must specify both a startIndex and an endIndex.',
  );
});

it('a list from a range is a reference', async () => {
  const rule = (userEnteredValue: string) => ({ condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue }] } });
  expect(await said({ setDataValidation: { range: grid(0, 1, 0, 1), rule: rule('T!B1:B3') } })).toContain(
    'Invalid ConditionValue.userEnteredValue: T!B1:B3 for ConditionType: ONE_OF_RANGE',
  );
  await batch({ setDataValidation: { range: grid(0, 1, 0, 1), rule: rule('=T!B1:B3') } });
});

it('formulas of conditions are parted as in the locale', async () => {
  const condition = (formula: string) => ({ type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: formula }] });
  const asks = (formula: string) => [{ columnIndex: 0, filterCriteria: { condition: condition(formula) } }];
  const range = grid(0, 3, 0, 1);
  const requests = (formula: string): sheets_v4.Schema$Request[] => [
    { addFilterView: { filter: { filterViewId: 7, range, filterSpecs: asks(formula) } } },
    { updateFilterView: { filter: { filterViewId: 7, filterSpecs: asks(formula) }, fields: 'filterSpecs' } },
    { setBasicFilter: { filter: { range, filterSpecs: asks(formula) } } },
    { setDataValidation: { range, rule: { condition: condition(formula) } } },
    {
      addConditionalFormatRule: {
        rule: { ranges: [range], booleanRule: { condition: condition(formula), format: {} } },
      },
    },
  ];
  await batch({ updateSpreadsheetProperties: { properties: { locale: 'nl_NL' }, fields: 'locale' } });
  await batch(...requests('=LEFT($A2;1)="x"'));
  for (const request of requests('=LEFT($A2,1)="x"').slice(1))
    expect(await said(request)).toContain('Invalid ConditionValue.userEnteredValue: =LEFT($A2,1)="x"');
  expect(await said({ addFilterView: { filter: { range, filterSpecs: asks('=LEFT($A2,1)="x"') } } })).toContain(
    'Invalid ConditionValue.userEnteredValue',
  );
});

it('columns of a table have a list when they are dropdowns, and are named by their header', async () => {
  type('A1:B1', [['Item', 'State']]);
  const condition = { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Open' }] };
  const table = (columnType: string, listed: boolean) => ({
    name: 'Items',
    range: grid(0, 3, 0, 2),
    columnProperties: [{ columnIndex: 1, columnType, ...(listed ? { dataValidationRule: { condition } } : {}) }],
  });
  expect(await said({ addTable: { table: table('DROPDOWN', false) } })).toContain('Condition must be set for dropdown');
  expect(await said({ addTable: { table: table('DOUBLE', true) } })).toContain('Cannot set condition for non-dropdown');
  const rule = {
    ranges: [grid(1, 3, 0, 1)],
    booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { bold: true } } },
  };
  const [reply] = await batch({ addTable: { table: table('DROPDOWN', true) } }, { addConditionalFormatRule: { rule } });
  type('A1', [['Thing']]);
  const shown = (await show('sheets(tables,conditionalFormats)')).sheets?.[0];
  expect(shown?.tables?.[0]?.columnProperties?.map(({ columnName }) => columnName)).toEqual(['Thing', 'State']);
  expect(shown?.conditionalFormats).toHaveLength(1);
  await batch({ deleteTable: { tableId: String(reply?.addTable?.table?.tableId) } });
  expect((await show('sheets(properties.sheetId,tables,conditionalFormats)')).sheets?.[0]).toEqual({
    properties: { sheetId: 0 },
  });
  expect(await values('A1:B1')).toBeUndefined();
});
