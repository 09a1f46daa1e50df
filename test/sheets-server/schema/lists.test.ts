import { afterAll, expect, it } from 'vitest';
import { BOOK, running } from '../support.ts';

const { server } = await running();
afterAll(() => server.close());
server.addWorkbook(BOOK);

// As clients send them that add up lists of requests, or leave holes for what has not changed.
it('lists within a list count as its items, and nulls as absent', async () => {
  const renamed = (title: string) => ({ updateSpreadsheetProperties: { properties: { title }, fields: 'title' } });
  const body = JSON.stringify({ requests: [null, [renamed('One')], [[renamed('Two')], null]] });
  const answer = await fetch(`${server.url}v4/spreadsheets/book:batchUpdate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer any' },
    body,
  });
  expect(await answer.json()).toEqual({ spreadsheetId: 'book', replies: [{}, {}] });
  expect(server.workbook('book').state.title).toBe('Two');
});
