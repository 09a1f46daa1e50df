import { afterAll, beforeEach, expect, it } from 'vitest';
import { grid, oneTab } from './sheet-of.ts';

const { server, reset, type, batch, values, describe: show } = await oneTab();
afterAll(() => server.close());
beforeEach(reset);

const cell = async (fields: string) =>
  (await show(`sheets.data.rowData.values(${fields})`)).sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0];

it('colours are answered in both of their fields, lines with their width and colour', async () => {
  const format = {
    backgroundColor: { red: 1 },
    textFormat: { foregroundColorStyle: { themeColor: 'ACCENT1' } },
    borders: { bottom: { style: 'SOLID_MEDIUM' } },
  };
  await batch({
    repeatCell: { range: grid(0, 1, 0, 1), cell: { userEnteredFormat: format }, fields: 'userEnteredFormat' },
  });
  expect((await cell('userEnteredFormat'))?.userEnteredFormat).toEqual({
    backgroundColor: { red: 1 },
    backgroundColorStyle: { rgbColor: { red: 1 } },
    textFormat: {
      foregroundColor: expect.objectContaining({ blue: expect.any(Number) }),
      foregroundColorStyle: { themeColor: 'ACCENT1' },
    },
    borders: { bottom: { style: 'SOLID_MEDIUM', width: 2, color: {}, colorStyle: { rgbColor: {} } } },
  });
});

it('a typed address is a link, blue and underlined where the cell says nothing else', async () => {
  type('A1', [['https://example.com/x']]);
  const link = { uri: 'https://example.com/x' };
  const linked = await cell('userEnteredValue,hyperlink,userEnteredFormat,effectiveFormat.textFormat');
  expect(linked).toMatchObject({
    userEnteredValue: { stringValue: 'https://example.com/x' },
    hyperlink: 'https://example.com/x',
    userEnteredFormat: { textFormat: { link } },
    effectiveFormat: {
      textFormat: { link, underline: true, foregroundColor: { red: 0.06666667, green: 0.33333334, blue: 0.8 } },
    },
  });
  await batch({ repeatCell: { range: grid(0, 1, 0, 1), cell: {}, fields: 'userEnteredFormat.textFormat.link' } });
  const plain = await cell('hyperlink,userEnteredFormat.textFormat.link,effectiveFormat.textFormat.underline');
  expect(plain).toMatchObject({ effectiveFormat: { textFormat: { underline: false } } });
  expect(plain?.hyperlink).toBeUndefined();
});

it('pasteData takes a table of HTML', async () => {
  const data =
    '<p>x</p><table><tr><th>a &amp; b</th><th>n</th></tr><tr><td>one<br>two</td><td><b>1,5</b></td></tr></table>';
  await batch({ pasteData: { coordinate: { sheetId: 0, rowIndex: 1, columnIndex: 1 }, data, html: true } });
  expect(await values('B2:C3')).toEqual([
    ['a & b', 'n'],
    ['one\ntwo', '1,5'],
  ]);
});
