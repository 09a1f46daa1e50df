import { mkdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../../local/import/import-error.ts';
import { importFile } from '../../../local/import/import-file.ts';
import { inflateGzip } from '../../../local/import/inflate-gzip.ts';
import { readCsv } from '../../../local/import/read-csv.ts';
import { temporaryFolder } from './temp-folder.ts';
import { zipByHand } from './zip-by-hand.ts';

const folder = temporaryFolder();
const MB = 1_000_000;
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

async function refusal(attempt: Promise<unknown>): Promise<string> {
  const error: unknown = await attempt.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ImportError);
  return error instanceof Error ? error.message : '';
}

describe('refused, saying what to do', () => {
  it.each<[what: string, name: string, content: string | Buffer, message: RegExp]>([
    ['an empty file', 'a.csv', '', /is empty.*headers/],
    ['blank lines only', 'a.csv', '\ufeff\n\n  \n', /is empty/],
    ['UTF-16 with a mark', 'a.csv', Buffer.from('\ufeffDate,Rep', 'utf16le'), /UTF-16.*UTF-8/],
    ['UTF-16 without a mark', 'a.csv', Buffer.from('Date,Rep', 'utf16le'), /zero bytes.*UTF-8/],
    ['Windows-1252', 'a.csv', Buffer.from('A,B\nx,y\nJos\xe9,z\n', 'latin1'), /line 3.*CSV UTF-8/],
    [
      'a PNG named .xlsx',
      'a.xlsx',
      Buffer.from('89504e470d0a1a0a0000', 'hex'),
      /is a PNG picture.*\.csv\.gz or \.xlsx/,
    ],
    ['a PDF', 'a.csv', '%PDF-1.7 ...', /is a PDF/],
    ['an .xls', 'a.xls', Buffer.concat([OLE, Buffer.alloc(600)]), /Excel before 2007.*save it as/],
    [
      'an encrypted .xlsx',
      'a.xlsx',
      Buffer.concat([OLE, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
      /password/,
    ],
    ['a web page', 'a.csv', '\n<!DOCTYPE html><html>', /web page/],
    ['an .xls that is XML', 'a.xls', '\ufeff<?xml version="1.0"?><Workbook/>', /XML/],
    ['a cut-off .gz', 'a.csv.gz', gzipSync('Date,Rep\n'.repeat(1000)).subarray(0, 40), /cut off/],
    ['a damaged .gz', 'a.csv.gz', Buffer.from('1f8b0800000000000003ffffffffff', 'hex'), /damaged/],
    ['a picture in a .gz', 'a.csv.gz', gzipSync(Buffer.from('89504e470d0a1a0a', 'hex')), /Unpack it/],
    ['a zip that is no workbook', 'a.zip', zipByHand([{ name: 'a.csv', text: 'A,B' }]), /no Excel workbook/],
    ['a cut-off .xlsx', 'a.xlsx', zipByHand([{ name: 'xl/workbook.xml', text: '<x/>' }]).subarray(0, 60), /cut-off/],
    ['a quote never closed', 'a.csv', 'A,B\nx,y\n"open,z\na,b\n', /row 3 opens a quoted cell/],
    ['text after a closing quote', 'a.csv', 'A,B\n"x"y,z\n"q",r', /row 2 has text after/],
  ])('%s', async (_, name, content, message) => {
    expect(await refusal(importFile(folder.write(name, content)))).toMatch(message);
  });

  it('no such file, a folder, no plain file', async () => {
    expect(await refusal(importFile(join(folder.path, 'missing.csv')))).toMatch(/There is no file.*Check the path/);
    mkdirSync(join(folder.path, 'a folder'));
    expect(await refusal(importFile(join(folder.path, 'a folder')))).toMatch(/is a folder/);
    expect(await refusal(importFile('/dev/null'))).toMatch(/not a plain file/);
  });
});

describe('limits', () => {
  it.each([50 * MB, 50 * 1024 * 1024, 3000 * MB])('a file of %d bytes', async (size) => {
    const path = folder.write(`${size}.csv`, 'A');
    truncateSync(path, size);
    expect(await refusal(importFile(path))).toMatch(/must be smaller than 50 MB/);
  });

  it('a .gz that unpacks to more than the limit is stopped on the way', async () => {
    const packed = gzipSync(Buffer.alloc(3 * MB, 'a'));
    expect((await inflateGzip('a.csv.gz', packed, 3 * MB)).length).toBe(3 * MB);
    expect(await refusal(inflateGzip('a.csv.gz', packed, 3 * MB - 1))).toMatch(/unpacks to more than/);
  });

  it('more cells than Google Sheets takes', () => {
    const options = { name: 'a.csv', locale: 'en_US' };
    expect(readCsv('A,B\nx,y\n', { ...options, maxCells: 4 }).rows).toHaveLength(2);
    expect(() => readCsv('A,B\nx,y\n', { ...options, maxCells: 3 })).toThrow(/more than 3 cells/);
    expect(() => readCsv('A\nx\na,b\n', { ...options, maxCells: 5 })).toThrow(ImportError);
  });
});
