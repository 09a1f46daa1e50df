import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { BOOK, refusal } from '../support.ts';
import { grid, oneTab } from './sheet-of.ts';

const { server, api, reset, type, batch, values, describe: show } = await oneTab();
afterAll(() => server.close());
beforeEach(reset);

describe('copies of a tab', () => {
  const series = [{ series: { sourceRange: { sources: [grid(0, 2, 0, 1)] } } }];
  const position = { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 1, columnIndex: 1 } } };
  beforeEach(async () => {
    type('A1:A2', [['a'], [1]]);
    await batch(
      { addChart: { chart: { chartId: 7, spec: { basicChart: { chartType: 'LINE', series } }, position } } },
      { mergeCells: { range: grid(4, 6, 0, 1) } },
      { addProtectedRange: { protectedRange: { protectedRangeId: 8, range: { sheetId: 0 } } } },
    );
  });

  it('duplicateSheet points what stands on the copy to the copy', async () => {
    const [reply] = await batch({
      duplicateSheet: { sourceSheetId: 0, newSheetId: 5, newSheetName: 'Two', insertSheetIndex: 1 },
    });
    expect(reply?.duplicateSheet?.properties).toMatchObject({ sheetId: 5, title: 'Two', index: 1 });
    const copy = (await show('sheets(charts,merges,protectedRanges)')).sheets?.[1];
    expect(copy?.merges).toEqual([{ ...grid(4, 6, 0, 1), sheetId: 5 }]);
    expect(copy?.protectedRanges?.[0]?.range).toEqual({ sheetId: 5 });
    expect(copy?.protectedRanges?.[0]?.protectedRangeId).not.toBe(8);
    expect(copy?.charts?.[0]?.position?.overlayPosition?.anchorCell?.sheetId).toBe(5);
    expect(copy?.charts?.[0]?.spec?.basicChart?.series?.[0]?.series?.sourceRange?.sources?.[0]?.sheetId).toBe(5);
    type('Two!A1', [['changed']]);
    expect(await values('T!A1')).toEqual([['a']]);
  });

  it('sheets.copyTo puts it into another workbook', async () => {
    server.addWorkbook({ ...BOOK, id: 'other', tabs: [] });
    const { data } = await api.spreadsheets.sheets.copyTo({
      spreadsheetId: 'book',
      sheetId: 0,
      requestBody: { destinationSpreadsheetId: 'other' },
    });
    expect(data).toMatchObject({ title: 'Copy of T', index: 1 });
    const read = await api.spreadsheets.values.get({ spreadsheetId: 'other', range: 'Copy of T!A1:A2' });
    expect(read.data.values).toEqual([['a'], ['1']]);
  });
});

describe('things on a tab', () => {
  it('bands are added, changed and deleted, and do not overlap', async () => {
    const bandedRange = { bandedRangeId: 3, range: grid(0, 4, 0, 2), rowProperties: { firstBandColor: { red: 1 } } };
    await batch({ addBanding: { bandedRange } });
    const again = batch({ addBanding: { bandedRange: { ...bandedRange, bandedRangeId: 4 } } });
    expect((await refusal(again)).message).toMatch(/already has alternating/);
    await batch({ updateBanding: { bandedRange: { bandedRangeId: 3, range: grid(0, 9, 0, 2) }, fields: 'range' } });
    expect((await show('sheets.bandedRanges')).sheets?.[0]?.bandedRanges).toMatchObject([
      { bandedRangeId: 3, range: { endRowIndex: 9 }, rowProperties: { firstBandColor: { red: 1 } } },
    ]);
    await batch({ deleteBanding: { bandedRangeId: 3 } });
    expect((await show('sheets.bandedRanges')).sheets?.[0]).toEqual({});
  });

  it('a table takes its columns from its header', async () => {
    type('A1:B2', [['Date', 'Rep']]);
    const [reply] = await batch({ addTable: { table: { name: 'Log', range: grid(0, 3, 0, 2) } } });
    const tableId = reply?.addTable?.table?.tableId ?? '';
    expect(reply?.addTable?.table?.columnProperties).toEqual([
      { columnName: 'Date' },
      { columnIndex: 1, columnName: 'Rep' },
    ]);
    expect((await refusal(batch({ addTable: { table: { name: 'log', range: grid(5, 6, 0, 2) } } }))).message).toMatch(
      /already exists/,
    );
    await batch({ updateTable: { table: { tableId, name: 'Journal' }, fields: 'name' } });
    expect((await show('sheets.tables(name,range)')).sheets?.[0]?.tables).toMatchObject([{ name: 'Journal' }]);
    await batch({ deleteTable: { tableId } });
    expect((await show('sheets.tables')).sheets?.[0]).toEqual({});
  });

  it('a slicer is kept, and shares its requests with charts', async () => {
    const position = { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 0, columnIndex: 3 } } };
    await batch({
      addSlicer: { slicer: { slicerId: 4, spec: { dataRange: grid(0, 4, 0, 2), columnIndex: 0 }, position } },
    });
    await batch({ updateSlicerSpec: { slicerId: 4, spec: { title: 'By date' }, fields: 'title' } });
    expect((await show('sheets.slicers')).sheets?.[0]?.slicers).toMatchObject([
      { slicerId: 4, spec: { title: 'By date', columnIndex: 0 } },
    ]);
    await batch({ deleteEmbeddedObject: { objectId: 4 } });
    expect((await show('sheets.slicers')).sheets?.[0]).toEqual({});
  });

  it('conditional rules are replaced and moved', async () => {
    const rule = (type: string) => ({ ranges: [grid(0, 1, 0, 1)], booleanRule: { condition: { type }, format: {} } });
    await batch(
      { addConditionalFormatRule: { rule: rule('BLANK') } },
      { addConditionalFormatRule: { rule: rule('NOT_BLANK'), index: 1 } },
    );
    const kinds = async () =>
      (await show('sheets.conditionalFormats')).sheets?.[0]?.conditionalFormats?.map(
        (item) => item.booleanRule?.condition?.type,
      );
    expect(await batch({ updateConditionalFormatRule: { sheetId: 0, index: 0, newIndex: 1 } })).toMatchObject([
      { updateConditionalFormatRule: { newIndex: 1 } },
    ]);
    expect(await kinds()).toEqual(['NOT_BLANK', 'BLANK']);
    const replaced = await batch({ updateConditionalFormatRule: { index: 0, rule: rule('DATE_IS_VALID') } });
    expect(replaced[0]?.updateConditionalFormatRule?.oldRule?.booleanRule?.condition?.type).toBe('NOT_BLANK');
    expect(await kinds()).toEqual(['DATE_IS_VALID', 'BLANK']);
  });

  it('a filter view is duplicated, a group closed, a column widened', async () => {
    await batch({ addFilterView: { filter: { filterViewId: 9, title: 'Mine', range: grid(0, 4, 0, 2) } } });
    const [reply] = await batch({ duplicateFilterView: { filterId: 9 } });
    expect(reply?.duplicateFilterView?.filter?.title).toBe('Copy of Mine');
    const range = { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 3 };
    const dimensionGroup = { range, depth: 1, collapsed: true };
    await batch({ addDimensionGroup: { range } }, { updateDimensionGroup: { dimensionGroup, fields: 'collapsed' } });
    expect((await show('sheets.rowGroups')).sheets?.[0]?.rowGroups).toMatchObject([{ depth: 1, collapsed: true }]);
    type('B1', [['a text that is longer than a column is wide']]);
    await batch({
      autoResizeDimensions: { dimensions: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 2 } },
    });
    const columns = (await show('sheets.data.columnMetadata.pixelSize')).sheets?.[0]?.data?.[0]?.columnMetadata;
    expect(columns?.[0]?.pixelSize).toBe(100);
    expect(columns?.[1]?.pixelSize).toBeGreaterThan(200);
  });
});

it('answers the workbook after the batch when asked, within ranges', async () => {
  const { data } = await api.spreadsheets.batchUpdate({
    spreadsheetId: 'book',
    requestBody: {
      requests: [{ addSheet: { properties: { title: 'New' } } }],
      includeSpreadsheetInResponse: true,
      responseRanges: ['New!A1:B2'],
      responseIncludeGridData: true,
    },
  });
  expect(data.updatedSpreadsheet?.sheets).toHaveLength(1);
  expect(data.updatedSpreadsheet?.sheets?.[0]).toMatchObject({ properties: { title: 'New' }, data: [{}] });
});
