import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { BOOK, running } from '../support.ts';

const { server } = await running();
afterAll(() => server.close());
beforeEach(() => void server.addWorkbook(BOOK));

async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(new URL(`/drive/v3${path}`, server.url), {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return text === '' ? answer.status : JSON.parse(text);
}

/** What the reader of protocol buffers refuses, with the word for the status and the place of each fault. */
const typed = (...faults: readonly [field: string, type: string, value: unknown][]) => {
  const violations = faults.map(([field, type, value]) => ({
    field,
    description: `Invalid value at '${field}' (${type}), ${JSON.stringify(value)}`,
  }));
  const message = violations.map(({ description }) => description).join('\n');
  return {
    error: {
      code: 400,
      message,
      errors: [{ message, reason: 'invalid' }],
      status: 'INVALID_ARGUMENT',
      details: [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: violations }],
    },
  };
};
const refused = (code: number, message: string, reason: string, location?: string) => ({
  error: {
    code,
    message,
    errors: [{ message, domain: 'global', reason, ...(location && { location, locationType: 'parameter' }) }],
  },
});

describe('parameters', () => {
  it('of a wrong type are refused, all at once', async () => {
    expect(await ask('GET', '/files?pageSize=many&supportsAllDrives=maybe')).toEqual(
      typed(['page_size', 'TYPE_INT32', 'many'], ['supports_all_drives', 'TYPE_BOOL', 'maybe']),
    );
    expect(await ask('GET', '/files?pageSize=')).toEqual(typed(['page_size', 'TYPE_INT32', '']));
    expect(await ask('GET', '/files?pageSize=5&pageSize=x')).toEqual(typed(['page_size', 'TYPE_INT32', 'x']));
  });

  it('out of their range are refused', async () => {
    expect(await ask('GET', '/files?pageSize=1001')).toEqual(
      refused(
        400,
        "Invalid value '1001'. Values must be within the range: [value: 1\n, value: 1000\n]",
        'invalidParameter',
        'page_size',
      ),
    );
    expect(await ask('GET', '/files?corpus=drive')).toMatchObject({
      error: { message: "Invalid string value: 'drive'. Allowed values: [domain, user]" },
    });
    expect(await ask('GET', '/files?pageToken=x')).toEqual(refused(400, 'Invalid Value', 'invalid', 'pageToken'));
  });

  it('that are needed are asked for', async () => {
    expect(await ask('GET', '/changes')).toEqual(
      refused(400, 'Required parameter: pageToken', 'required', 'pageToken'),
    );
    expect(await ask('GET', '/files?includeItemsFromAllDrives=true')).toEqual(
      refused(403, 'The supportsAllDrives parameter was not set to true.', 'supportsTeamDrivesRequired'),
    );
  });

  it('that nobody knows are passed over, and truth is written in many ways', async () => {
    expect(await ask('GET', '/files/book?supportsAllDrives=True&includeItemsFromAllDrives=1&colour=red')).toMatchObject(
      { id: 'book' },
    );
    expect(await ask('GET', '/files?includeItemsFromAllDrives=TRUE&supportsAllDrives=y&fields=kind')).toEqual({
      kind: 'drive#fileList',
    });
  });

  it('select fields that are there', async () => {
    const selection = (what: string) => refused(400, `Invalid field selection ${what}`, 'invalidParameter', 'fields');
    expect(await ask('GET', '/files/book?fields=name,capabilities/canEdit')).toEqual({
      name: 'Book',
      capabilities: { canEdit: true },
    });
    expect(await ask('GET', '/files/book?fields=title')).toEqual(selection('title'));
    expect(await ask('GET', '/files?fields=items(id)')).toEqual(selection('items'));
    expect(await ask('GET', '/changes?pageToken=1&fields=changes(file(nom))')).toEqual(selection('nom'));
    expect(await ask('GET', '/files/book?fields=name,(')).toMatchObject({
      error: { errors: [{ location: 'fields' }] },
    });
    expect(await ask('GET', '/files/book?fields=')).toEqual({});
  });

  it('are checked before anything is done', async () => {
    expect(await ask('PATCH', '/files/book?fields=title', { name: 'Other' })).toMatchObject({ error: { code: 400 } });
    expect(server.workbook('book').state.title).toBe('Book');
  });
});

describe('bodies', () => {
  it('with values of a wrong type are refused', async () => {
    expect(await ask('PATCH', '/files/book', { name: 5, starred: 'perhaps', parents: 'x' })).toEqual(
      typed(
        ['resource.name', 'TYPE_STRING', 5],
        ['resource.starred', 'TYPE_BOOL', 'perhaps'],
        ['resource.parents', 'TYPE_STRING', 'x'],
      ),
    );
    expect(await ask('POST', '/files/book/permissions', { type: 'user', role: ['reader'] })).toMatchObject({
      error: { status: 'INVALID_ARGUMENT' },
    });
    expect(await ask('POST', '/files', [])).toMatchObject({ error: { code: 400, errors: [{}] } });
  });

  it('with names of version 2, or null, are taken without them', async () => {
    const mimeType = 'application/vnd.google-apps.spreadsheet';
    expect(await ask('POST', '/files', { title: 'Mine', mimeType, description: null })).toMatchObject({
      name: 'Untitled',
    });
    expect(await ask('PATCH', '/files/book', { properties: { a: '1', b: '2' } })).toMatchObject({ id: 'book' });
    await ask('PATCH', '/files/book', { properties: { a: null } });
    expect(await ask('GET', '/files/book?fields=properties')).toEqual({ properties: { b: '2' } });
  });

  it('cannot set what Drive alone sets', async () => {
    const readOnly = refused(
      403,
      'The resource body includes fields which are not directly writable.',
      'fieldNotWritable',
    );
    expect(await ask('PATCH', '/files/book', { version: '5' })).toEqual(readOnly);
    expect(await ask('PATCH', '/files/book', { id: 'other' })).toEqual(readOnly);
    expect(await ask('POST', '/files/book/copy', { owners: [] })).toEqual(readOnly);
    expect(await ask('PATCH', '/files/book', { parents: ['folder'] })).toMatchObject({
      error: { code: 403, message: expect.stringContaining('Use the addParents and removeParents parameters instead') },
    });
    expect(await ask('PATCH', '/files/book/permissions/10000000000000000001', { type: 'user' })).toEqual(readOnly);
  });
});

describe('folders', () => {
  it('hold a file each, whatever their id', async () => {
    const body = { name: 'Filed', mimeType: 'application/vnd.google-apps.spreadsheet', parents: ['folder'] };
    const made = (await ask('POST', '/files', body)) as { id: string };
    const found = async (q: string) =>
      ((await ask('GET', `/files?q=${encodeURIComponent(q)}&fields=files(name)`)) as { files: unknown[] }).files;
    expect(await found("'folder' in parents")).toEqual([{ name: 'Filed' }]);
    await ask('PATCH', `/files/${made.id}?addParents=other&removeParents=folder`, {});
    expect(await ask('GET', `/files/${made.id}?fields=parents`)).toEqual({ parents: ['other'] });
    expect(await ask('POST', '/files', { ...body, parents: ['a', 'b'] })).toEqual(
      refused(403, 'Increasing the number of parents is not allowed', 'cannotAddParent'),
    );
  });
});
