import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { BOOK, refusal, running } from './support.ts';

const { server, api } = await running();
afterAll(() => server.close());
beforeEach(() => void server.addWorkbook(BOOK));

const get = async (range: string, more = {}) =>
  (await api.spreadsheets.values.get({ spreadsheetId: 'book', range, ...more })).data;
const put = (range: string, values: unknown[][], valueInputOption = 'RAW') =>
  api.spreadsheets.values.update({ spreadsheetId: 'book', range, valueInputOption, requestBody: { values } });

describe('reading', () => {
  it('renders by format, or as serial numbers', async () => {
    expect(await get("'It''s'!A1:B2")).toEqual({
      range: "'It''s'!A1:B2",
      majorDimension: 'ROWS',
      values: [
        ['Date', 'Rep'],
        ['16/11/2026', 'Ann'],
      ],
    });
    const raw = { valueRenderOption: 'UNFORMATTED_VALUE', dateTimeRenderOption: 'SERIAL_NUMBER' };
    expect((await get("'It''s'!A2", raw)).values).toEqual([[46342]]);
  });

  it('tells a tab from the cell of the same name by quotes', async () => {
    expect((await get("'D3'!A1")).values).toEqual([['in tab D3']]);
    expect((await get('D3')).range).toBe("'It''s'!D3");
    expect((await get("'D3'")).range).toBe("'D3'!A1:Z1000");
  });

  it('leaves out what is empty at the end and keeps empty rows inside', async () => {
    await put('D3!B3', [['x', '', ''], ['', '', ''], ['y']]);
    expect((await get('D3!A2:D9')).values).toEqual([[], ['', 'x'], [], ['', 'y']]);
    expect(await get('D3!C5:D9')).toEqual({ range: "'D3'!C5:D9", majorDimension: 'ROWS' });
    expect((await get('D3!A3:B5', { majorDimension: 'COLUMNS' })).values).toEqual([[], ['x', '', 'y']]);
  });

  it('reads by sheet id whatever the tab is called', async () => {
    server.edit('book', [{ updateSheetProperties: { properties: { sheetId: 0, title: 'Renamed' }, fields: 'title' } }]);
    const { data } = await api.spreadsheets.values.batchGetByDataFilter({
      spreadsheetId: 'book',
      requestBody: { dataFilters: [{ gridRange: { sheetId: 0 } }, { a1Range: 'Renamed!B2' }] },
    });
    expect(data.valueRanges?.[0]?.valueRange).toMatchObject({
      range: 'Renamed!A1:Z1000',
      values: [
        ['Date', 'Rep'],
        ['16/11/2026', 'Ann'],
      ],
    });
    expect(data.valueRanges?.[1]).toMatchObject({
      valueRange: { values: [['Ann']] },
      dataFilters: [{ a1Range: 'Renamed!B2' }],
    });
  });

  it('finds a named range, also behind the name of a tab', async () => {
    const range = { sheetId: 0, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 };
    server.edit('book', [{ addNamedRange: { namedRange: { name: 'who', range } } }]);
    for (const name of ['who', "'It''s'!who", "'D3'!WHO"])
      expect(await get(name)).toMatchObject({ range: "'It''s'!B2", values: [['Ann']] });
    expect((await refusal(get("'D3'!nobody"))).message).toBe("Unable to parse range: 'D3'!nobody");
  });

  it('refuses a range that is not there', async () => {
    expect(await refusal(get('Nowhere!A1'))).toMatchObject({ code: 400, message: 'Unable to parse range: Nowhere!A1' });
    expect(await refusal(get('D3!A2000'))).toMatchObject({
      message: "Range ('D3'!A2000) exceeds grid limits. Max rows: 1000, max columns: 26",
    });
    const gone = api.spreadsheets.values.get({ spreadsheetId: 'none', range: 'A1' });
    expect(await refusal(gone)).toEqual({ code: 404, status: 'NOT_FOUND', message: 'Requested entity was not found.' });
  });
});

describe('writing', () => {
  it('leaves a cell alone for null and clears it for ""', async () => {
    await put('D3!A1:C1', [['a', 'b', 'c']]);
    const { data } = await put('D3!A1:C1', [['A', null, '']]);
    expect(data).toMatchObject({ updatedRange: "'D3'!A1:C1", updatedCells: 2 });
    expect((await get('D3!A1:C1')).values).toEqual([['A', 'b']]);
  });

  it('parses in the locale only when asked', async () => {
    const typed = ['2026-11-16', '16/11/2026', '12%', '£1,234.50', "'007", 'TRUE', '=1+1', 'Q3 2026'];
    await put('D3!A1', [typed], 'USER_ENTERED');
    await put('D3!A2', [typed], 'RAW');
    const raw = { valueRenderOption: 'UNFORMATTED_VALUE' };
    expect((await get('D3!A1:H1', raw)).values).toEqual([[46342, 46342, 0.12, 1234.5, '007', true, 2, 'Q3 2026']]);
    expect((await get('D3!A1:H1')).values).toEqual([
      ['2026-11-16', '16/11/2026', '12%', '£1,234.50', '007', 'TRUE', '2', 'Q3 2026'],
    ]);
    expect((await get('D3!A2:H2', raw)).values).toEqual([typed]);
  });

  it('refuses what does not fit, and then writes nothing', async () => {
    const outside = put('D3!A1:A2', [['x'], ['y'], ['z']]);
    expect((await refusal(outside)).message).toMatch(/tried writing to row \[3\]/);
    expect((await get('D3!A1:A3')).values).toEqual([['in tab D3']]);
  });

  it('writes several ranges or none', async () => {
    const parts = {
      valueInputOption: 'RAW',
      data: [
        { range: 'D3!A5', values: [['x']] },
        { range: 'Gone!A1', values: [['y']] },
      ],
    };
    await refusal(api.spreadsheets.values.batchUpdate({ spreadsheetId: 'book', requestBody: parts }));
    expect((await get('D3!A5')).values).toBeUndefined();
  });

  it('appends below the table and clears values alone', async () => {
    const append = { spreadsheetId: 'book', range: "'It''s'!A1", valueInputOption: 'USER_ENTERED' };
    const { data } = await api.spreadsheets.values.append({
      ...append,
      requestBody: { values: [['17/11/2026', 'Bo']] },
    });
    expect(data).toMatchObject({ tableRange: "'It''s'!A1:B2", updates: { updatedRange: "'It''s'!A3:B3" } });
    await api.spreadsheets.values.clear({ spreadsheetId: 'book', range: "'It''s'!A2:B2" });
    expect((await get("'It''s'!A2:B3")).values).toEqual([[], ['17/11/2026', 'Bo']]);
  });
});

describe('formulas', () => {
  it('computes references and arithmetic, and nothing that it cannot compute truthfully', async () => {
    server.edit('book', [
      {
        addNamedRange: {
          namedRange: {
            namedRangeId: 'asof',
            name: 'as_of',
            range: { sheetId: 0, startRowIndex: 1, endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 },
          },
        },
      },
    ]);
    await put(
      'D3!A1',
      [['=as_of', "='It''s'!A2", '=IMPORTDATA(A1)', '=Gone!A1', '=2*(1+3)', '=nothing', '=F9']],
      'USER_ENTERED',
    );
    expect((await get('D3!A1:G1')).values).toEqual([['Ann', '16/11/2026', '', '#REF!', '8', '#NAME?']]);
    expect((await get('D3!C1', { valueRenderOption: 'FORMULA' })).values).toEqual([['=IMPORTDATA(A1)']]);
  });

  it('ends a circle with an error', async () => {
    await put('D3!A1', [['=B1', '=A1']], 'USER_ENTERED');
    expect((await get('D3!A1')).values).toEqual([['#REF!']]);
  });
});
