import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { grid, oneTab } from './requests/sheet-of.ts';

const { server, reset, type, batch, describe: show } = await oneTab();
afterAll(() => server.close());
beforeEach(async () => {
  reset();
  await batch({ addSheet: { properties: { sheetId: 5, title: 'My tab' } } });
});

const formulasOf = (index = 0) => {
  const cells = server.workbook('book').sheets[index]?.cells;
  return Array.from({ length: cells?.length ?? 0 }, (_, row) => cells?.row(row)?.values ?? [])
    .flat()
    .flatMap((value) => (typeof value === 'object' ? [value.formula] : []));
};
const move = (dimension: 'ROWS' | 'COLUMNS', startIndex: number, endIndex: number, destinationIndex: number) => ({
  moveDimension: { source: { sheetId: 0, dimension, startIndex, endIndex }, destinationIndex },
});
const insert = (shiftDimension: string, ...range: [number, number, number, number]) => ({
  insertRange: { range: grid(...range), shiftDimension },
});
const remove = (shiftDimension: string, ...range: [number, number, number, number]) => ({
  deleteRange: { range: grid(...range), shiftDimension },
});
const cut = (source: object, rowIndex: number, columnIndex: number, sheetId = 0) => ({
  cutPaste: { source, destination: { sheetId, rowIndex, columnIndex }, pasteType: 'PASTE_NORMAL' },
});

describe('references follow', () => {
  it.each<[string, object, string]>([
    ['=A2', move('ROWS', 1, 2, 5), '=A5'],
    ['=A5', move('ROWS', 1, 2, 5), '=A4'],
    ['=$A$5', move('ROWS', 4, 6, 1), '=$A$2'],
    ['=A2', move('ROWS', 4, 6, 1), '=A4'],
    ['=SUM(A2:A5)', move('ROWS', 1, 2, 8), '=SUM(A2:A4)'],
    ['=SUM(A2:A5)', move('ROWS', 8, 9, 3), '=SUM(A2:A6)'],
    ['=SUM(A2:A5)', move('ROWS', 2, 3, 4), '=SUM(A2:A5)'],
    ['=SUM(A2:A3)', move('ROWS', 1, 3, 8), '=SUM(A7:A8)'],
    ['=SUM(A:A)+B$1', move('COLUMNS', 0, 1, 3), '=SUM(C:C)+A$1'],
    ['=A2', move('ROWS', 1, 2, 2), '=A2'],
    ['=B3', insert('ROWS', 1, 3, 1, 2), '=B5'],
    ['=A3', insert('ROWS', 1, 3, 1, 2), '=A3'],
    ['=SUM(B1:B9)', insert('ROWS', 1, 3, 1, 2), '=SUM(B1:B11)'],
    ['=SUM(A1:B9)', insert('ROWS', 1, 3, 1, 2), '=SUM(A1:B9)'],
    ['=SUM(B2:B)', insert('ROWS', 1, 3, 1, 2), '=SUM(B4:B)'],
    ['=C2', insert('COLUMNS', 1, 2, 1, 2), '=D2'],
    ['=SUM(2:2)', insert('COLUMNS', 1, 2, 1, 2), '=SUM(2:2)'],
    ['=B5', remove('ROWS', 1, 3, 1, 2), '=B3'],
    ['=B2', remove('ROWS', 1, 3, 1, 2), '=#REF!'],
    ['=SUM(B2:B9)', remove('ROWS', 1, 3, 1, 2), '=SUM(B2:B7)'],
    ['=T!D2', remove('COLUMNS', 1, 2, 1, 2), '=T!C2'],
    ['=B2+A1', cut(grid(1, 3, 1, 2), 9, 4), '=E10+A1'],
    ['=SUM(B2:B3)', cut(grid(1, 3, 1, 2), 9, 4), '=SUM(E10:E11)'],
    ['=SUM(B2:B4)', cut(grid(1, 3, 1, 2), 9, 4), '=SUM(B2:B4)'],
    ['=B2', cut(grid(1, 3, 1, 2), 0, 0, 5), "='My tab'!A1"],
  ])('%s', async (written, request, expected) => {
    type('T!Z20', [[written]]);
    await batch(request);
    expect(formulasOf()).toEqual([expected]);
  });

  it('a formula that is cut keeps meaning the same cells, on another tab too', async () => {
    type('T!A1', [[1, '=A1', '=B1', "='My tab'!A9"]]);
    await batch(cut(grid(0, 1, 1, 4), 4, 4));
    expect(formulasOf()).toEqual(['=A1', '=E5', "='My tab'!A9"]);
    await batch(cut(grid(4, 5, 4, 7), 0, 0, 5));
    expect([formulasOf(), formulasOf(1)]).toEqual([[], ['=T!A1', '=A1', "='My tab'!A9"]]);
  });

  it('names, merged cells, rules and charts go along', async () => {
    const range = grid(1, 3, 1, 2);
    await batch(
      { addNamedRange: { namedRange: { namedRangeId: 'n', name: 'named', range } } },
      { mergeCells: { range, mergeType: 'MERGE_ALL' } },
      { addConditionalFormatRule: { rule: rule([range], '=$B2>$C$9'), index: 0 } },
    );
    await batch(move('ROWS', 1, 3, 9));
    const seen = await show('namedRanges.range,sheets(merges,conditionalFormats)');
    const moved = { startRowIndex: 7, endRowIndex: 9, startColumnIndex: 1, endColumnIndex: 2 };
    expect(seen.namedRanges?.[0]?.range).toEqual(moved);
    expect(seen.sheets?.[0]?.merges).toEqual([moved]);
    expect(seen.sheets?.[0]?.conditionalFormats?.[0]).toMatchObject(rule([moved], '=$B8>$C$7'));
    await batch(cut(grid(7, 9, 1, 2), 0, 0, 5));
    const after = await show('namedRanges.range,sheets(merges,conditionalFormats.ranges)');
    const there = { sheetId: 5, startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 };
    expect(after.namedRanges?.[0]?.range).toEqual(there);
    expect(after.sheets?.map(({ merges }) => merges)).toEqual([undefined, [there]]);
    expect(after.sheets?.[0]?.conditionalFormats?.[0]?.ranges).toEqual([moved]);
  });

  it('within rules and validation too', async () => {
    const validation = (formula: string, type = 'CUSTOM_FORMULA') => ({
      condition: { type, values: [{ userEnteredValue: formula }] },
    });
    await batch(
      { addConditionalFormatRule: { rule: rule([grid(0, 9, 0, 1)], '=A1>Z9'), index: 0 } },
      { setDataValidation: { range: grid(0, 2, 3, 4), rule: validation('=D1<$Z$9') } },
      { setDataValidation: { range: grid(0, 2, 4, 5), rule: validation("='My tab'!A2:A5", 'ONE_OF_RANGE') } },
      { setBasicFilter: { filter: { range: grid(0, 9, 0, 1), criteria: { 0: validation('=A1=Z9') } } } },
    );
    await batch(
      { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 4, endIndex: 6 } } },
      { deleteDimension: { range: { sheetId: 5, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } },
      { updateSheetProperties: { properties: { sheetId: 5, title: 'Plain' }, fields: 'title' } },
    );
    const sheet = (await show('sheets(conditionalFormats,basicFilter,data.rowData.values.dataValidation)')).sheets?.[0];
    expect(sheet?.conditionalFormats?.[0]?.booleanRule?.condition?.values).toEqual([{ userEnteredValue: '=A1>Z11' }]);
    expect(JSON.stringify(sheet?.basicFilter)).toContain('=A1=Z11');
    const rows = sheet?.data?.[0]?.rowData?.map(({ values }) =>
      values?.flatMap(({ dataValidation }) => dataValidation?.condition?.values?.[0]?.userEnteredValue ?? []),
    );
    expect(rows).toEqual([
      ['=D1<$Z$11', '=Plain!A1:A4'],
      ['=D1<$Z$11', '=Plain!A1:A4'],
    ]);
  });
});

const rule = (ranges: object[], formula: string) => ({
  ranges,
  booleanRule: {
    condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: formula }] },
    format: { textFormat: { bold: true } },
  },
});
