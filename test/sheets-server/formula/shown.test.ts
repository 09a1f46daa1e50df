import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BOOK, running } from '../support.ts';

const now = Date.UTC(2026, 10, 16, 11, 30);
const { server, api } = await running({ clock: () => now });
afterAll(() => server.close());
const spreadsheetId = 'book';

const DATE = { type: 'DATE', pattern: 'dd/mm/yyyy' };
server.addWorkbook({
  ...BOOK,
  tabs: [
    {
      title: 'T',
      rows: [
        [46342, 0.25, 12.5, 'text'],
        [46340, 0.5, 7.5, 'more'],
      ],
      formats: { 0: DATE, 1: { type: 'PERCENT', pattern: '0%' }, 2: { type: 'CURRENCY', pattern: '[$€]#,##0.00' } },
    },
  ],
});

/** What a formula shows, its bare value, and its value with dates as text. */
async function shown(formula: string) {
  server.typeInto(spreadsheetId, 'T!H9', [[formula]]);
  const get = async (valueRenderOption: string, dateTimeRenderOption = 'SERIAL_NUMBER') =>
    (await api.spreadsheets.values.get({ spreadsheetId, range: 'T!H9', valueRenderOption, dateTimeRenderOption })).data
      .values?.[0]?.[0];
  return [
    await get('FORMATTED_VALUE'),
    await get('UNFORMATTED_VALUE'),
    await get('UNFORMATTED_VALUE', 'FORMATTED_STRING'),
  ];
}

describe('a formula in a cell without a format', () => {
  it.each([
    ['=TODAY()', '16/11/2026', 46342, '16/11/2026'],
    ['=DATE(2024,2,29)+1', '01/03/2024', 45352, '01/03/2024'],
    ['=A1', '16/11/2026', 46342, '16/11/2026'],
    ['=A1-A2', '2', 2, 2],
    ['=A1+1', '17/11/2026', 46343, '17/11/2026'],
    ['=MAX(A1:A2)', '16/11/2026', 46342, '16/11/2026'],
    ['=B1+B2', '75%', 0.75, 0.75],
    ['=SUM(C1:C2)', '€20.00', 20, 20],
    ['=C1*B1', '€3.13', 3.125, 3.125],
    ['=C1/C2', '1.666666667', 12.5 / 7.5, 12.5 / 7.5],
    ['=COUNT(A1:A2)', '2', 2, 2],
    ['=IF(FALSE,D1,A2)', '14/11/2026', 46340, '14/11/2026'],
    ['=IF(TRUE,5,A2)', '5', 5, 5],
    ['=IFERROR(A1/0,7)', '7', 7, 7],
    ['=IFERROR(A1,7)', '16/11/2026', 46342, '16/11/2026'],
    ['=C1&D1', '12.5text', '12.5text', '12.5text'],
    ['=YEAR(A1)', '2026', 2026, 2026],
    ['=1/0', '#DIV/0!', '#DIV/0!', '#DIV/0!'],
  ])('%s', async (formula, ...expected) => {
    expect(await shown(formula)).toEqual(expected);
  });

  it('NOW shows the date and time of the zone', async () => {
    expect((await shown('=NOW()'))[0]).toBe('16/11/2026 11:30:00');
  });
});

describe('errors', () => {
  it.each([
    ['=1/0', 'DIVIDE_BY_ZERO', 'Function DIVIDE parameter 2 cannot be zero.'],
    ['=FOO()', 'NAME', "Unknown function: 'FOO'."],
    ['=foo', 'NAME', "Unknown range name: 'FOO'."],
    ['=VLOOKUP("x",A1:B2,2,FALSE)', 'N_A', "Did not find value 'x' in VLOOKUP evaluation."],
    [
      '=ABS("x")',
      'VALUE',
      "Function ABS parameter 1 expects number values. But 'x' is a text and cannot be coerced to a number.",
    ],
    ['=SQRT(-1)', 'NUM', 'Function SQRT parameter 1 value is -1. It should be greater than or equal to 0.'],
    ['=1)', 'ERROR', 'Formula parse error.'],
  ])('%s', async (formula, type, message) => {
    server.typeInto(spreadsheetId, 'T!H9', [[formula]]);
    const fields = 'sheets.data.rowData.values.effectiveValue';
    const { data } = await api.spreadsheets.get({ spreadsheetId, ranges: ['T!H9'], fields });
    const cell = data.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0];
    expect(cell?.effectiveValue?.errorValue).toEqual({ type, message });
  });
});

it('a write keeps the time that it had when it is done again from the journal', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'formula-'));
  const first = await running({ dataDir, clock: () => now });
  const cell = (column: number) => ({
    sheetId: 0,
    startRowIndex: 0,
    endRowIndex: 1,
    startColumnIndex: column,
    endColumnIndex: column + 1,
  });
  first.server.addWorkbook({ ...BOOK, tabs: [{ title: 'T', rows: [] }] });
  first.server.typeInto('book', 'T!A1', [['=TODAY()']]);
  first.server.edit('book', [{ copyPaste: { source: cell(0), destination: cell(1), pasteType: 'PASTE_VALUES' } }]);
  // As a crash leaves it: the journal is there, and no snapshot after it.
  const copy = mkdtempSync(path.join(tmpdir(), 'formula-'));
  cpSync(dataDir, copy, { recursive: true, filter: (file) => !file.endsWith('.lock') });
  const later = await running({ dataDir: copy, clock: () => now + 86_400_000 });
  const range = { spreadsheetId: 'book', range: 'T!A1:B1', valueRenderOption: 'UNFORMATTED_VALUE' };
  expect((await later.api.spreadsheets.values.get(range)).data.values).toEqual([[46343, 46342]]);
  await Promise.all([first.server.close(), later.server.close()]);
  for (const folder of [dataDir, copy]) rmSync(folder, { recursive: true });
});
