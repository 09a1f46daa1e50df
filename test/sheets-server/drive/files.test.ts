import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { BOOK, refusal, running } from '../support.ts';

const { server, files } = await running();
afterAll(() => server.close());
beforeEach(() => {
  server.addWorkbook(BOOK);
  server.addWorkbook({ ...BOOK, id: 'other', title: "Ann's book" });
});

const found = async (q: string, more = {}) =>
  (await files.files.list({ q, ...more })).data.files?.map(({ id }) => id).sort();

describe('searching', () => {
  it.each<[string, string[]]>([
    ["name = 'Book'", ['book']],
    ["name = 'Ann\\'s book' and trashed = false", ['other']],
    ["name contains 'BOOK'", ['book', 'other']],
    ["not name = 'Book' and mimeType = 'application/vnd.google-apps.spreadsheet'", ['other']],
    ["(name = 'Book' or name = 'x') and 'me' in owners", ['book']],
    ["modifiedTime > '2999-01-01T00:00:00'", []],
    ["'root' in parents and trashed = true", []],
    ['sharedWithMe', []],
  ])('%s', async (q, ids) => {
    expect(await found(q)).toEqual(ids);
  });

  it('refuses what it cannot read, and fields that files do not have', async () => {
    for (const q of ['name =', 'colour = "red"', "name = 'x' and", 'name = "x" name = "y"'])
      expect(await refusal(files.files.list({ q }))).toMatchObject({ code: 400, message: 'Invalid Value' });
    expect((await refusal(files.files.list({ fields: 'files(id,nom)' }))).message).toBe('Invalid field selection nom');
  });

  it('orders and pages', async () => {
    const first = await files.files.list({ orderBy: 'name desc', pageSize: 1 });
    expect(first.data.files?.map(({ name }) => name)).toEqual(['Book']);
    const pageToken = first.data.nextPageToken ?? '';
    const next = await files.files.list({ orderBy: 'name desc', pageSize: 1, pageToken });
    expect(next.data).toMatchObject({ files: [{ name: "Ann's book" }] });
    expect(next.data.nextPageToken).toBeUndefined();
  });
});

describe('a file', () => {
  it('is renamed and trashed, which is a change', async () => {
    const { data: start } = await files.changes.getStartPageToken();
    await files.files.update({ fileId: 'book', requestBody: { name: 'Renamed', trashed: true } });
    const { data } = await files.files.get({ fileId: 'book', fields: 'name,trashed' });
    expect(data).toEqual({ name: 'Renamed', trashed: true });
    expect(server.workbook('book').state.title).toBe('Renamed');
    const { data: changes } = await files.changes.list({ pageToken: start.startPageToken ?? '' });
    expect(changes.changes?.map(({ fileId, removed }) => [fileId, removed])).toEqual([['book', false]]);
    expect(await found('trashed = false')).toEqual(['other']);
    await files.files.update({ fileId: 'book', requestBody: { trashed: false } });
    expect(await found('trashed = true')).toEqual([]);
  });

  it('is exported as text', async () => {
    server.typeInto('book', "'It''s'!A3:B3", [['17/11/2026', 'Bo, "the rep"']]);
    const take = async (mimeType: string) =>
      (await files.files.export({ fileId: 'book', mimeType }, { responseType: 'text' })).data;
    expect(await take('text/csv')).toBe('Date,Rep\r\n16/11/2026,Ann\r\n17/11/2026,"Bo, ""the rep"""');
    expect(await take('text/tab-separated-values')).toBe('Date\tRep\r\n16/11/2026\tAnn\r\n17/11/2026\tBo, "the rep"');
    const refused = files.files.export({ fileId: 'book', mimeType: 'image/png' });
    expect((await refusal(refused)).message).toBe('The requested conversion is not supported.');
  });

  it('that is not there is refused in the form of Drive', async () => {
    expect(await refusal(files.files.get({ fileId: 'none' }))).toEqual({
      code: 404,
      message: 'File not found: none.',
      errors: [
        {
          message: 'File not found: none.',
          domain: 'global',
          reason: 'notFound',
          location: 'fileId',
          locationType: 'parameter',
        },
      ],
    });
  });

  it('has no comments, and an owner', async () => {
    expect((await files.comments.list({ fileId: 'book', fields: 'comments(content)' })).data).toEqual({ comments: [] });
    expect((await refusal(files.about.get())).message).toMatch(/'fields' parameter is required/);
    expect((await files.about.get({ fields: 'user(emailAddress)' })).data).toEqual({
      user: { emailAddress: 'owner@example.com' },
    });
  });
});
