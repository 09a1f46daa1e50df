import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Disk } from '../../local/sheets-server/store/disk.ts';
import { Store } from '../../local/sheets-server/store/store.ts';
import { BOOK, running } from './support.ts';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'sheets-server-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const reopened = () => new Store(() => 0, new Disk(dataDir)).get('book');

it('keeps every acknowledged write without being closed', async () => {
  const { server, api } = await running({ dataDir });
  server.addWorkbook(BOOK);
  await api.spreadsheets.values.update({
    spreadsheetId: 'book',
    range: 'D3!A1',
    valueInputOption: 'USER_ENTERED',
    requestBody: { values: [['16/11/2026', 'x']] },
  });
  await api.spreadsheets.batchUpdate({
    spreadsheetId: 'book',
    requestBody: {
      requests: [
        { addSheet: { properties: { title: 'New' } } },
        { addProtectedRange: { protectedRange: { range: { sheetId: 0 } } } },
      ],
    },
  });
  server.replaceTab('book', "It's", [['Date'], [1], [2]]);
  // As after a crash: another process opens the folder, this one never wrote its snapshot.
  const entry = reopened();
  const now = server.workbook('book');
  expect(entry.version).toBe(4);
  expect(entry.workbook.sheets.map(({ state }) => state)).toEqual(now.sheets.map(({ state }) => state));
  expect(entry.workbook.sheetByTitle('D3')?.cells.value(0, 0)).toBe(46342);
  expect(entry.workbook.sheetByTitle('D3')?.cells.format(0, 0)).toEqual(now.sheetByTitle('D3')?.cells.format(0, 0));
  expect(entry.workbook.sheetByTitle("It's")?.cells.format(2, 0)).toEqual({
    numberFormat: { type: 'DATE', pattern: 'dd/mm/yyyy' },
  });
  await server.close();
});

it('writes on after a journal whose only line is torn', async () => {
  const first = await running({ dataDir });
  first.server.addWorkbook(BOOK);
  await first.server.close();
  appendFileSync(path.join(dataDir, 'book.journal.jsonl'), '{"operation":"val');
  const second = await running({ dataDir });
  second.server.typeInto('book', 'D3!A1', [['after']]);
  expect(reopened().workbook.sheetByTitle('D3')?.cells.value(0, 0)).toBe('after');
  await second.server.close();
});

it('passes over a torn last line and lines that the snapshot holds', async () => {
  const first = await running({ dataDir });
  first.server.addWorkbook(BOOK);
  first.server.typeInto('book', 'D3!A1', [['kept']]);
  const journal = readdirSync(dataDir).find((name) => name.endsWith('.journal.jsonl')) ?? '';
  appendFileSync(path.join(dataDir, journal), '{"operation":"values.update","inp');
  expect(reopened().workbook.sheetByTitle('D3')?.cells.value(0, 0)).toBe('kept');
  await first.server.close();
  const second = await running({ dataDir });
  expect(second.server.workbook('book').sheetByTitle('D3')?.cells.value(0, 0)).toBe('kept');
  expect(readdirSync(dataDir).filter((name) => name.endsWith('.journal.jsonl'))).toEqual([]);
  await second.files.files.delete({ fileId: 'book' });
  expect(() => reopened()).toThrow(/not found/);
  second.server.addWorkbook(BOOK);
  expect(reopened().workbook.sheetByTitle('D3')?.cells.value(0, 0)).toBe('in tab D3');
  await second.server.close();
});
