import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { BOOK, refusal, running } from './support.ts';

const { server, api } = await running();
afterAll(() => server.close());
beforeEach(() => void server.addWorkbook(BOOK));

const batch = (...requests: sheets_v4.Schema$Request[]) =>
  api.spreadsheets.batchUpdate({ spreadsheetId: 'book', requestBody: { requests } });
const describeBook = async (fields: string, more = {}) =>
  (await api.spreadsheets.get({ spreadsheetId: 'book', fields, ...more })).data;
const oneCell = { sheetId: 0, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };

describe('a batch', () => {
  it('applies everything or nothing, and says which request failed', async () => {
    const before = server.workbook('book');
    const failed = await refusal(
      batch(
        { addSheet: { properties: { sheetId: 9, title: 'New' } } },
        { repeatCell: { range: oneCell, cell: { note: 'changed' }, fields: 'note' } },
        { deleteNamedRange: { namedRangeId: 'gen_1' } },
      ),
    );
    expect(failed).toMatchObject({ code: 400, status: 'INVALID_ARGUMENT' });
    expect(failed.message).toMatch(/^Invalid requests\[2\]\.deleteNamedRange: No named range with id: gen_1/);
    expect(server.workbook('book')).toBe(before);
    expect(before.sheet(9)).toBeUndefined();
    expect(before.sheet(0)?.cells.extras(0, 0)).toBeUndefined();
  });

  it('refuses a kind that it does not know, and one request with two kinds', async () => {
    expect((await refusal(batch({ addDataSource: {} }))).message).toMatch(/does not know this kind of request/);
    const unknown: object = { addSheeet: {} };
    expect((await refusal(batch(unknown))).message).toBe(
      `Invalid JSON payload received. Unknown name "addSheeet" at 'requests[0]': Cannot find field.`,
    );
    expect((await refusal(batch({ addSheet: {}, deleteSheet: {} }))).message).toMatch(/oneof/);
  });

  it('is a compare-and-swap by named range', async () => {
    const range = oneCell;
    const fence = (from: string | undefined, to: string) =>
      batch(...(from === undefined ? [] : [{ deleteNamedRange: { namedRangeId: from } }]), {
        addNamedRange: { namedRange: { namedRangeId: to, name: to, range } },
      });
    await fence(undefined, 'gen_1');
    await fence('gen_1', 'gen_2');
    expect((await refusal(fence('gen_1', 'gen_3'))).code).toBe(400);
    expect((await refusal(fence(undefined, 'gen_2'))).message).toMatch(/already exists/);
    expect((await describeBook('namedRanges(namedRangeId,name)')).namedRanges).toEqual([
      { namedRangeId: 'gen_2', name: 'gen_2' },
    ]);
  });
});

describe('ids that the client chose', () => {
  const series = { series: { sourceRange: { sources: [{ ...oneCell, endRowIndex: 2 }] } } };
  const chart = {
    chartId: 77,
    spec: { title: 'T', basicChart: { chartType: 'LINE', series: [series] } },
    position: { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 1, columnIndex: 1 } } },
  };
  it.each<[string, sheets_v4.Schema$Request]>([
    ['sheet', { addSheet: { properties: { sheetId: 5, title: 'Five' } } }],
    ['chart', { addChart: { chart } }],
    ['protected range', { addProtectedRange: { protectedRange: { protectedRangeId: 6, range: { sheetId: 0 } } } }],
    ['filter view', { addFilterView: { filter: { filterViewId: 7, title: 'F', range: { sheetId: 0 } } } }],
    [
      'metadata',
      {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataId: 8,
            metadataKey: 'k',
            visibility: 'DOCUMENT',
            location: { spreadsheet: true },
          },
        },
      },
    ],
  ])('are kept, and refused the second time: %s', async (_, request) => {
    const { data } = await batch(request);
    const ids = JSON.stringify(data.replies);
    expect(ids).toMatch(/"(sheetId|chartId|protectedRangeId|filterViewId|metadataId)":(5|77|6|7|8)\b/);
    const again = structuredClone(request);
    if (again.addSheet?.properties) again.addSheet.properties.title = 'Other';
    expect((await refusal(batch(again))).message).toMatch(/already exists/);
  });

  it('replaces a chart spec and leaves the chart in its place', async () => {
    await batch({ addChart: { chart } });
    await batch({ updateChartSpec: { chartId: 77, spec: { ...chart.spec, title: 'New' } } });
    const sheets = (await describeBook('sheets.charts')).sheets?.[0]?.charts;
    expect(sheets).toMatchObject([
      { chartId: 77, spec: { title: 'New' }, position: { overlayPosition: { anchorCell: { rowIndex: 1 } } } },
    ]);
    await batch({ deleteEmbeddedObject: { objectId: 77 } });
    expect((await describeBook('sheets.charts')).sheets?.[0]).toEqual({});
  });

  it('refuses a chart source that is no single row or column', async () => {
    const wide = structuredClone(chart);
    wide.spec.basicChart.series = [
      { series: { sourceRange: { sources: [{ ...oneCell, endRowIndex: 2, endColumnIndex: 2 }] } } },
    ];
    expect((await refusal(batch({ addChart: { chart: wide } }))).message).toMatch(
      /exactly one dimension must have length 1/,
    );
  });
});

describe('updateCells', () => {
  const data = async () =>
    (
      await describeBook('sheets.data.rowData.values(userEnteredValue,userEnteredFormat,note)', {
        ranges: ["'D3'!A1:C2"],
      })
    ).sheets?.[0]?.data?.[0]?.rowData;
  const d3 = () => server.workbook('book').sheetByTitle('D3')?.id ?? -1;

  it('clears the masked fields of cells that rows do not reach, and only those', async () => {
    const range = { sheetId: d3(), startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 };
    const cell = {
      userEnteredValue: { stringValue: 'old' },
      userEnteredFormat: { textFormat: { bold: true } },
      note: 'n',
    };
    await batch({
      repeatCell: { range: { ...range, endColumnIndex: 3 }, cell, fields: 'userEnteredValue,userEnteredFormat,note' },
    });
    await batch({
      updateCells: {
        range,
        rows: [
          {
            values: [
              {
                userEnteredValue: { numberValue: 1 },
                userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern: '0' } },
              },
            ],
          },
        ],
        fields: 'userEnteredValue,userEnteredFormat.numberFormat',
      },
    });
    const format = cell.userEnteredFormat;
    expect(await data()).toEqual([
      {
        values: [
          {
            userEnteredValue: { numberValue: 1 },
            userEnteredFormat: { ...format, numberFormat: { type: 'NUMBER', pattern: '0' } },
            note: 'n',
          },
          { userEnteredFormat: format, note: 'n' },
          cell,
        ],
      },
      { values: [{ userEnteredFormat: format, note: 'n' }, { userEnteredFormat: format, note: 'n' }, cell] },
    ]);
  });

  it('keeps text text, whatever it looks like', async () => {
    const values = ['=1+1', '2026-11-16', '007'].map((stringValue) => ({ userEnteredValue: { stringValue } }));
    await batch({
      updateCells: {
        start: { sheetId: d3(), rowIndex: 0, columnIndex: 0 },
        rows: [{ values }],
        fields: 'userEnteredValue',
      },
    });
    const { data: read } = await api.spreadsheets.values.get({
      spreadsheetId: 'book',
      range: "'D3'!A1:C1",
      valueRenderOption: 'UNFORMATTED_VALUE',
    });
    expect(read.values).toEqual([['=1+1', '2026-11-16', '007']]);
  });

  it('needs a mask and a grid that is large enough', async () => {
    const start = { sheetId: d3(), rowIndex: 999, columnIndex: 0 };
    const rows = [{ values: [{}] }, { values: [{}] }];
    expect((await refusal(batch({ updateCells: { start, rows } }))).message).toMatch(/At least one field/);
    expect((await refusal(batch({ updateCells: { start, rows, fields: 'note' } }))).message).toMatch(
      /beyond the last requested row of: 999/,
    );
    await batch(
      { appendDimension: { sheetId: d3(), dimension: 'ROWS', length: 1 } },
      { updateCells: { start, rows, fields: 'note' } },
    );
  });
});

describe('inserting and deleting', () => {
  const rows = (startIndex: number, endIndex: number) => ({ sheetId: 0, dimension: 'ROWS', startIndex, endIndex });
  const range = { sheetId: 0, startRowIndex: 4, endRowIndex: 6, startColumnIndex: 0, endColumnIndex: 2 };
  const column = { ...range, endColumnIndex: 1 };

  it('moves named ranges, merges and charts along', async () => {
    const series = [{ series: { sourceRange: { sources: [column] } } }];
    const position = { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 9, columnIndex: 1 } } };
    await batch(
      { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'n', range } } },
      { mergeCells: { range, mergeType: 'MERGE_ALL' } },
      { addChart: { chart: { spec: { basicChart: { chartType: 'LINE', series } }, position } } },
      { insertDimension: { range: rows(1, 3) } },
    );
    const moved = await describeBook('namedRanges.range,sheets(merges,charts)');
    expect(moved.namedRanges?.[0]?.range).toMatchObject({ startRowIndex: 6, endRowIndex: 8 });
    expect(moved.sheets?.[0]?.merges).toMatchObject([{ startRowIndex: 6, endRowIndex: 8 }]);
    const chart = moved.sheets?.[0]?.charts?.[0];
    expect(chart?.position?.overlayPosition?.anchorCell?.rowIndex).toBe(11);
    expect(chart?.spec?.basicChart?.series?.[0]?.series?.sourceRange?.sources?.[0]).toMatchObject({
      startRowIndex: 6,
      endRowIndex: 8,
    });
    expect((await api.spreadsheets.values.get({ spreadsheetId: 'book', range: "'It''s'!B4" })).data.values).toEqual([
      ['Ann'],
    ]);
  });

  it('takes away what stood on deleted rows', async () => {
    await batch(
      { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'n', range } } },
      { mergeCells: { range, mergeType: 'MERGE_ALL' } },
    );
    await batch({ deleteDimension: { range: rows(3, 7) } });
    const after = await describeBook('namedRanges,sheets(properties.gridProperties.rowCount,merges)');
    expect(after.namedRanges).toBeUndefined();
    expect(after.sheets?.[0]).toEqual({ properties: { gridProperties: { rowCount: 996 } } });
  });
});
