import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { BOOK, refusal, running } from './support.ts';

const { server, api } = await running();
const locked = await running({ token: 'secret' });
afterAll(() => Promise.all([server.close(), locked.server.close()]));
beforeEach(() => {
  server.addWorkbook(BOOK);
  server.faults.clear();
  server.calls.length = 0;
});

const update = () =>
  api.spreadsheets.values.update({
    spreadsheetId: 'book',
    range: 'D3!A1',
    valueInputOption: 'RAW',
    requestBody: { values: [['new']] },
  });
const stands = () => server.workbook('book').sheetByTitle('D3')?.cells.value(0, 0);
const address = (path: string) => new URL(path, server.url);

describe('faults', () => {
  it('before applying: nothing is applied', async () => {
    server.faults.next({ answer: 503 });
    expect(await refusal(update())).toMatchObject({ code: 503, status: 'UNAVAILABLE' });
    expect(stands()).toBe('in tab D3');
    await update();
    expect(stands()).toBe('new');
    expect(server.calls.map(({ operation, status }) => [operation, status])).toEqual([
      ['values.update', 503],
      ['values.update', 200],
    ]);
  });

  it('after applying: the answer is lost', async () => {
    server.faults.next({ answer: 429, when: 'after', match: ({ operation }) => operation === 'values.update' });
    await api.spreadsheets.get({ spreadsheetId: 'book' });
    expect(await refusal(update())).toMatchObject({ code: 429, status: 'RESOURCE_EXHAUSTED' });
    expect(stands()).toBe('new');
    expect(server.faults.waiting).toBe(0);
  });

  it('cuts a body off, or never answers', async () => {
    server.faults.next({ answer: 'cut', when: 'after' });
    await expect(update()).rejects.toThrow();
    expect(stands()).toBe('new');
    server.faults.next({ answer: 'never', when: 'before' });
    const signal = AbortSignal.timeout(200);
    await expect(fetch(address('/v4/spreadsheets/book'), { signal })).rejects.toThrow();
  });

  it('answers with a page of HTML, or only now and then', async () => {
    server.faults.next({ answer: 'html', when: 'after' });
    const url = address('/v4/spreadsheets/book/values/D3!A1?valueInputOption=RAW');
    const answer = await fetch(url, { method: 'PUT', body: '{"values":[["new"]]}' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([502, 'text/html; charset=utf-8']);
    expect(stands()).toBe('new');
    server.faults.next({ answer: 503, times: Number.POSITIVE_INFINITY, probability: 0.5 });
    const statuses = await Promise.all(
      Array.from(
        { length: 60 },
        async () => (await fetch(address('/v4/spreadsheets/book?fields=spreadsheetId'))).status,
      ),
    );
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
  });

  it('lets somebody edit between two calls', async () => {
    const stop = server.beforeCall(() => server.typeInto('book', 'D3!B1', [['typed meanwhile']]));
    await update();
    stop();
    expect(server.workbook('book').sheetByTitle('D3')?.cells.value(0, 1)).toBe('typed meanwhile');
  });
});

describe('the wire', () => {
  it('packs when both headers ask for it, and prints compactly when told to', async () => {
    const ask = (query: string, agent: string) =>
      fetch(address(`/v4/spreadsheets/book${query}`), { headers: { 'accept-encoding': 'gzip', 'user-agent': agent } });
    expect((await ask('', 'test')).headers.get('content-encoding')).toBeNull();
    const packed = await ask('?prettyPrint=false', 'test (gzip)');
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(await packed.text()).toMatch(/^\{"spreadsheetId":"book",/);
    expect(await (await ask('', 'test')).text()).toMatch(/^\{\n {2}"spreadsheetId": "book",/);
  });

  it('answers broken JSON, wrong shapes and unknown addresses as Google does', async () => {
    const post = async (body: string) => {
      const answer = await fetch(address('/v4/spreadsheets/book:batchUpdate'), { method: 'POST', body });
      return (await answer.json()) as unknown;
    };
    expect(await post('{"requests": [')).toMatchObject({ error: { code: 400, status: 'INVALID_ARGUMENT' } });
    expect(await post('[1]')).toMatchObject({ error: { code: 400 } });
    expect((await fetch(address('/v4/nothing'))).status).toBe(404);
    const values = await fetch(address('/v4/spreadsheets/book/values/A1?valueInputOption=RAW'), {
      method: 'PUT',
      body: '{"values":"A1"}',
    });
    expect(await values.json()).toMatchObject({
      error: { details: [{ fieldViolations: [{ field: 'data.values' }] }] },
    });
  });

  it('wants its token when it has one', async () => {
    const ask = (headers: Record<string, string>) => fetch(new URL('/drive/v3/files', locked.server.url), { headers });
    expect(await (await ask({ authorization: 'Bearer other' })).json()).toMatchObject({
      error: { code: 401, status: 'UNAUTHENTICATED' },
    });
    expect((await ask({ authorization: 'Bearer secret' })).status).toBe(200);
  });
});
