import { utils, write } from '@e965/xlsx';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { BOOK, refusal, running } from '../support.ts';

const { server, files } = await running();
afterAll(() => server.close());
beforeEach(() => void server.addWorkbook(BOOK));

// For uploads this client asks each call, and not itself, for the address.
const at = { rootUrl: server.url };
const mimeType = 'application/vnd.google-apps.spreadsheet';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const values = (id: string, tab: string) => {
  const cells = server.workbook(id).sheetByTitle(tab)?.cells;
  return [0, 1].map((row) => [0, 1].map((column) => cells?.value(row, column)));
};

describe('an upload that is made a spreadsheet', () => {
  it('of CSV has one tab, named as the file', async () => {
    const requestBody = { name: 'Log', mimeType, parents: ['folder'], description: 'from a file' };
    const media = { mimeType: 'text/csv', body: 'Date,Amount\n2026-11-16,"1,500"\n' };
    const { data } = await files.files.create({ requestBody, media, fields: 'id,parents,description' }, at);
    expect(data).toEqual({ id: data.id, parents: ['folder'], description: 'from a file' });
    expect(values(data.id ?? '', 'Log')).toEqual([
      ['Date', 'Amount'],
      [46342, 1500],
    ]);
  });

  it('of .xlsx has its tabs, and so has a file whose content is replaced', async () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Rep'], ['Ann']]), 'People');
    const bytes = Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' }));
    await files.permissions.create({ fileId: 'book', requestBody: { type: 'anyone', role: 'reader' } });
    const type = `multipart/related; boundary="b-1"`;
    const body = Buffer.concat([
      Buffer.from(`--b-1\r\nContent-Type: application/json; charset=UTF-8\r\n\r\n{"name":"Now"}\r\n--b-1\r\n`),
      Buffer.from(`Content-Type: ${XLSX}\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64')}`),
      Buffer.from('\r\n--b-1--\r\n'),
    ]);
    const url = new URL('/upload/drive/v3/files/book?uploadType=multipart', server.url);
    const answer = await fetch(url, { method: 'PATCH', headers: { 'content-type': type }, body });
    expect(await answer.json()).toEqual({ kind: 'drive#file', id: 'book', name: 'Now', mimeType });
    const { sheets, state } = server.workbook('book');
    expect(sheets.map(({ title }) => title)).toEqual(['People']);
    expect([state.title, state.locale]).toEqual(['Now', 'en_GB']);
    expect(values('book', 'People')[1]).toEqual(['Ann', undefined]);
    expect((await files.files.get({ fileId: 'book', fields: 'shared' })).data).toEqual({ shared: true });
    expect(server.calls.at(-2)).toMatchObject({ operation: 'drive.files.update', body: { name: 'Now' }, status: 200 });
  });

  it('replaces the content by the file alone', async () => {
    const media = { mimeType: 'text/csv', body: 'a;b\n1;2\n' };
    await files.files.update({ fileId: 'book', media }, at);
    expect(values('book', 'Book')).toEqual([
      ['a', 'b'],
      [1, 2],
    ]);
  });
});

describe('an upload is refused', () => {
  const create = (type: string, target: string | undefined, body = 'a,b') =>
    refusal(
      files.files.create(
        { requestBody: { name: 'x', ...(target && { mimeType: target }) }, media: { mimeType: type, body } },
        at,
      ),
    );

  it('when it would stay what it is', async () => {
    expect((await create('text/csv', undefined)).message).toMatch(/keeps spreadsheets only: give mimeType/);
    expect((await create('image/png', mimeType)).message).toMatch(/CSV, TSV and .xlsx alone, not of image\/png/);
    expect(await create(mimeType, mimeType)).toMatchObject({
      message: 'Invalid MIME type provided for the uploaded content.',
      errors: [{ reason: 'invalidContentType' }],
    });
  });

  it('when it cannot be read', async () => {
    expect((await create('text/csv', mimeType, 'a,"b')).message).toMatch(/opens a quoted cell/);
    expect((await create(XLSX, mimeType, 'no zip')).message).toMatch(/xlsx|zip/);
    const broken = async (uploadType: string, type: string, body: string) => {
      const url = new URL(`/upload/drive/v3/files?uploadType=${uploadType}`, server.url);
      const answer = await fetch(url, { method: 'POST', headers: { 'content-type': type }, body });
      return ((await answer.json()) as { error: { message: string } }).error.message;
    };
    expect(await broken('multipart', 'multipart/related; boundary=b', '--b\r\n\r\n{}\r\n--b')).toBe(
      'Missing end boundary in multipart body.',
    );
    expect(await broken('multipart', 'multipart/related; boundary=b', '--b\r\n\r\n{}\r\n--b--')).toBe(
      'Malformed multipart body.',
    );
    expect(await broken('multipart', 'multipart/form-data', 'x')).toMatch(/Unsupported content with type/);
    expect(await broken('resumable', 'application/json', '{}')).toMatch(/media or multipart, not "resumable"/);
  });
});
