import { GoogleSpreadsheet } from 'google-spreadsheet';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { running } from './support.ts';

// A client of the API that we did not write. It knows Google's addresses by heart, so its calls are led to ours.
const GOOGLE = new Set(['sheets.googleapis.com', 'www.googleapis.com']);
const { server } = await running();
const direct = globalThis.fetch;

beforeAll(() => {
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { host, pathname, search } = new URL(request.url);
    return GOOGLE.has(host) ? direct(new Request(new URL(pathname + search, server.url), request)) : direct(request);
  };
});
afterAll(async () => {
  globalThis.fetch = direct;
  await server.close();
});

const auth = { token: 'any' };
const create = (title: string) => GoogleSpreadsheet.createNewSpreadsheetDocument(auth, { title });

it('creates, loads and deletes a document', async () => {
  const made = await create('Made elsewhere');
  const doc = new GoogleSpreadsheet(made.spreadsheetId, auth);
  await doc.loadInfo();
  expect([doc.title, doc.sheetCount, doc.sheetsByIndex[0]?.title]).toEqual(['Made elsewhere', 1, 'Sheet1']);
  await doc.updateProperties({ title: 'Renamed', locale: 'nl_NL' });
  expect(server.workbook(doc.spreadsheetId).state).toMatchObject({ title: 'Renamed', locale: 'nl_NL' });
  await doc.delete();
  expect(() => server.workbook(made.spreadsheetId)).toThrow(/not found/);
});

it('adds rows under a header, changes and deletes them', async () => {
  const doc = await create('Rows');
  const sheet = await doc.addSheet({ title: 'Log', headerValues: ['Date', 'Rep', 'Amount'] });
  await sheet.addRows([
    { Date: '2026-11-16', Rep: 'Ann', Amount: 100 },
    { Date: '2026-11-17', Rep: 'Bo', Amount: '=C2*2' },
  ]);
  const rows = await sheet.getRows();
  expect(rows.map((row) => row.toObject())).toEqual([
    { Date: '2026-11-16', Rep: 'Ann', Amount: '100' },
    { Date: '2026-11-17', Rep: 'Bo', Amount: '200' },
  ]);
  rows[0]?.set('Rep', 'Cy');
  await rows[0]?.save();
  await rows[1]?.delete();
  expect((await sheet.getRows()).map((row) => row.get('Rep'))).toEqual(['Cy']);
  await sheet.clearRows();
  expect(await sheet.getRows()).toEqual([]);
});

it('loads, writes and formats cells', async () => {
  const doc = await create('Cells');
  const sheet = doc.sheetsByIndex[0];
  if (sheet === undefined) throw new Error('A new document has a tab.');
  await sheet.loadCells('A1:C3');
  sheet.getCell(0, 0).value = 1.5;
  sheet.getCell(0, 1).formula = '=A1*2';
  const styled = sheet.getCellByA1('C3');
  styled.value = 'bold';
  styled.textFormat = { bold: true };
  styled.backgroundColor = { red: 1, green: 0.5, blue: 0, alpha: 1 };
  styled.note = 'a note';
  sheet.getCell(1, 0).numberFormat = { type: 'PERCENT', pattern: '0%' };
  sheet.getCell(1, 0).value = 0.25;
  await sheet.saveUpdatedCells();
  sheet.resetLocalCache(true);
  await sheet.loadCells();
  expect([sheet.getCell(0, 1).value, sheet.getCell(0, 1).formula]).toEqual([3, '=A1*2']);
  expect(sheet.getCell(1, 0).formattedValue).toBe('25%');
  expect(sheet.getCellByA1('C3').note).toBe('a note');
  expect(sheet.getCellByA1('C3').effectiveFormat?.textFormat).toMatchObject({ bold: true, fontSize: 10 });
});

it('changes tabs: size, name, merges, protection, copies, and takes them away', async () => {
  const doc = await create('Tabs');
  const sheet = await doc.addSheet({ title: 'One', gridProperties: { rowCount: 20, columnCount: 5 } });
  await sheet.updateProperties({ title: 'Two', tabColor: { red: 1, green: 0, blue: 0, alpha: 1 } });
  await sheet.resize({ rowCount: 30, columnCount: 6 });
  await sheet.mergeCells({ startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 });
  await sheet.insertDimension('ROWS', { startIndex: 0, endIndex: 2 });
  const twin = await sheet.duplicate({ title: 'Twin' });
  await doc.addNamedRange('spot', {
    sheetId: sheet.sheetId,
    startRowIndex: 0,
    endRowIndex: 1,
    startColumnIndex: 0,
    endColumnIndex: 1,
  });
  await doc.loadInfo();
  expect(doc.sheetsByIndex.map(({ title, rowCount, columnCount }) => [title, rowCount, columnCount]).sort()).toEqual([
    ['Sheet1', 1000, 26],
    ['Twin', 32, 6],
    ['Two', 32, 6],
  ]);
  await twin.delete();
  await sheet.copyToSpreadsheet((await create('Other')).spreadsheetId);
  expect(doc.sheetCount).toBe(2);
});

it('shares a document', async () => {
  const doc = await create('Shared');
  await doc.share('ann@example.com', { role: 'writer', emailMessage: false });
  await doc.setPublicAccessLevel('reader');
  expect((await doc.listPermissions()).map(({ role, type }) => [type, role])).toEqual([
    ['user', 'owner'],
    ['user', 'writer'],
    ['anyone', 'reader'],
  ]);
});
