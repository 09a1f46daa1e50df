import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { oneTab } from './requests/sheet-of.ts';

const { server, reset, type, batch, values, describe: show } = await oneTab();
afterAll(() => server.close());
beforeEach(async () => {
  reset();
  await batch({ addSheet: { properties: { sheetId: 5, title: 'My tab' } } });
});

const rows = (startIndex: number, endIndex: number) => ({ sheetId: 0, dimension: 'ROWS', startIndex, endIndex });
const columns = (startIndex: number, endIndex: number) => ({ ...rows(startIndex, endIndex), dimension: 'COLUMNS' });
const formula = async (range: string) => (await values(range))?.[0]?.[0];

describe('references', () => {
  it.each<[string, object, string]>([
    ['=A3', { insertDimension: { range: rows(1, 3) } }, '=A5'],
    ['=A1', { insertDimension: { range: rows(1, 3) } }, '=A1'],
    ['= SUM( $A$2 : A9 , "A3")', { insertDimension: { range: rows(2, 3) } }, '= SUM( $A$2 : A10 , "A3")'],
    ['=SUM(A2:A9)', { insertDimension: { range: rows(2, 3) } }, '=SUM(A2:A10)'],
    ['=SUM(A2:A9)', { deleteDimension: { range: rows(0, 3) } }, '=SUM(A1:A6)'],
    ['=SUM(A2:A3)+B8', { deleteDimension: { range: rows(1, 3) } }, '=SUM(#REF!)+B6'],
    ['=A2', { deleteDimension: { range: rows(1, 2) } }, '=#REF!'],
    ['=$C$2*2', { deleteDimension: { range: columns(0, 1) } }, '=$B$2*2'],
    ['=COUNTA(T!B:D)', { insertDimension: { range: columns(2, 4) } }, '=COUNTA(T!B:F)'],
    ['=SUM(2:5)', { insertDimension: { range: rows(0, 1) } }, '=SUM(3:6)'],
    ['=COUNTA(A2:A)+COUNTA(B:$B)', { insertDimension: { range: columns(0, 1) } }, '=COUNTA(B2:B)+COUNTA(C:$C)'],
    ['=COUNTA(A2:A)', { deleteDimension: { range: rows(0, 1) } }, '=COUNTA(A1:A)'],
  ])('%s', async (written, request, expected) => {
    type('T!Z20', [[written]]);
    await batch(request);
    const cells = server.workbook('book').sheets[0]?.cells;
    const found = Array.from({ length: cells?.length ?? 0 }, (_, row) => cells?.row(row)?.values ?? []).flat();
    expect(found.filter((value) => value !== undefined)).toEqual([{ formula: expected }]);
  });

  it('from other tabs follow too, and those of other tabs stay', async () => {
    type("'My tab'!A1", [['=T!A3', '=A3', "='My tab'!A3"]]);
    await batch({ insertDimension: { range: rows(0, 1) } });
    expect(await values("'My tab'!A1:C1")).toEqual([['=T!A4', '=A3', "='My tab'!A3"]]);
  });

  it('follow a tab to its new name, with quotes where it needs them', async () => {
    type('T!A1', [["='My tab'!B2", '=T!C3']]);
    const rename = (sheetId: number, title: string) => ({
      updateSheetProperties: { properties: { sheetId, title }, fields: 'title' },
    });
    await batch(rename(5, 'Plain'), rename(0, "It's"));
    expect(await values("'It''s'!A1:B1")).toEqual([['=Plain!B2', "='It''s'!C3"]]);
  });

  it('to what is gone are an error, and so is what is made of them', async () => {
    type('T!A1', [['=B2+1', '=A1*2', '=IMPORTDATA(B2)']]);
    type('T!B2', [[1]]);
    await batch({ deleteDimension: { range: rows(1, 2) } });
    expect(await formula('T!A1')).toBe('=#REF!+1');
    const data = (await show('sheets.data.rowData.values(effectiveValue)')).sheets?.[0]?.data?.[0]?.rowData?.[0]
      ?.values;
    expect(data?.map((cell) => cell.effectiveValue?.errorValue?.type)).toEqual(['REF', 'REF', undefined]);
  });
});
