import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { BOOK, running } from './support.ts';

const { server } = await running({ control: true, token: 'secret' });
const closed = await running();
afterAll(() => Promise.all([server.close(), closed.server.close()]));
beforeEach(() => {
  server.addWorkbook(BOOK);
  server.faults.clear();
  server.calls.length = 0;
});

async function ask(method: string, path: string, body?: unknown): Promise<{ status: number; json: unknown }> {
  const answer = await fetch(new URL(path, server.url), {
    method,
    headers: { authorization: 'Bearer secret' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, json: await answer.json() };
}
const read = async () => (await ask('GET', '/v4/spreadsheets/book/values/D3!A1')).status;

describe('faults', () => {
  it('are set, counted and taken back', async () => {
    const faults = [{ answer: 503, times: 2, operation: 'values.*' }, { answer: 'rateLimit' }];
    expect((await ask('POST', '/leadsheet/faults', faults)).json).toEqual({ waiting: 3 });
    expect([await read(), await read(), await read(), await read()]).toEqual([503, 503, 429, 200]);
    await ask('POST', '/leadsheet/faults', { answer: 500, times: 0, spreadsheetId: 'other' });
    expect((await ask('GET', '/leadsheet/faults')).json).toEqual({ waiting: null });
    expect(await read()).toBe(200);
    expect((await ask('DELETE', '/leadsheet/faults')).json).toEqual({ waiting: 0 });
  });

  it.each<[unknown, string]>([
    [{ answer: 418 }, '"answer" is one of 401, 403, 404, 429, 500, 503, rateLimit, html, cut, never, slow.'],
    [{ answer: 503, when: 'later' }, '"when" is "before" or "after".'],
    [{ answer: 503, probability: 2 }, '"probability" is a number from 0 to 1.'],
    [
      { answer: 503, chance: 1 },
      'A fault has no "chance"; it has answer, when, times, probability, milliseconds, operation, spreadsheetId.',
    ],
    ['x', 'A fault is an object such as {"answer": 503, "when": "after"}.'],
  ])('that make no sense are refused: %j', async (fault, message) => {
    expect(await ask('POST', '/leadsheet/faults', fault)).toMatchObject({ status: 400, json: { error: { message } } });
    expect(server.faults.waiting).toBe(0);
  });
});

it('shows the log, without itself, and empties it', async () => {
  await read();
  expect((await ask('GET', '/leadsheet/calls')).json).toMatchObject({
    calls: [{ method: 'GET', operation: 'values.get', spreadsheetId: 'book', status: 200 }],
  });
  expect((await ask('DELETE', '/leadsheet/calls')).json).toEqual({ calls: [] });
  expect(server.calls).toEqual([]);
});

it('lets somebody edit, past faults and log', async () => {
  server.faults.next({ answer: 503 });
  const edits = [
    { spreadsheetId: 'book', range: 'D3!A1:B1', values: [['16/11/2026', '£5']] },
    { spreadsheetId: 'book', requests: [{ updateSheetProperties: { properties: { title: 'T' }, fields: 'title' } }] },
  ];
  expect((await ask('POST', '/leadsheet/edits', edits)).json).toEqual({ edits: 2 });
  const cells = server.workbook('book').sheetByTitle('D3')?.cells;
  expect([cells?.value(0, 0), cells?.value(0, 1)]).toEqual([46342, 5]);
  expect(server.workbook('book').sheetByTitle('T')).toBeDefined();
  expect([server.faults.waiting, server.calls.length]).toEqual([1, 0]);
  expect((await ask('POST', '/leadsheet/edits', { spreadsheetId: 'book' })).status).toBe(400);
  expect((await ask('POST', '/leadsheet/edits', { spreadsheetId: 'none', requests: [] })).status).toBe(404);
});

it('is not there unless it was switched on, nor for a page of another address', async () => {
  expect((await fetch(new URL('/leadsheet/calls', closed.server.url))).status).toBe(404);
  const headers = { origin: 'https://example.com' };
  const url = new URL('/leadsheet/faults', server.url);
  expect((await fetch(url, { method: 'DELETE', headers })).status).toBe(403);
});
