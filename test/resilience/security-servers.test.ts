import { request as ask } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureTable, startEmbeddedDynamoDb } from '../../local/embedded-dynamodb.ts';
import { LIMITS } from '../../local/sheets-server/limits.ts';
import { type SheetsServer, startSheetsServer } from '../../local/sheets-server/start.ts';
import { localClient } from '../support/store-embedded.ts';

describe('the servers of this machine', () => {
  let server: SheetsServer;
  beforeAll(async () => {
    server = await startSheetsServer({ control: true, signIn: true });
    server.addWorkbook({ id: 'book', title: 'Sales', locale: 'en_GB', timeZone: 'Europe/London', tabs: [] });
  });
  afterAll(() => server.close());

  /** Every kind of address: page, its parts and data, APIs, uploads, sign-in, control. */
  const READ = [
    '/',
    '/w/book',
    '/page/page.js',
    '/w/book/tabs',
    '/v4/spreadsheets/book',
    '/v4/spreadsheets/book/values/A1',
    '/drive/v3/files',
    '/leadsheet/calls',
    '/leadsheet/faults',
    '/no/such',
  ];
  const WRITE = [
    '/v4/spreadsheets',
    '/v4/spreadsheets/book:batchUpdate',
    '/upload/drive/v3/files',
    '/token',
    '/v1/token',
    '/v1/projects/-/serviceAccounts/a@b.c:generateAccessToken',
    '/leadsheet/edits',
    '/leadsheet/faults',
    '/w/book/sync',
    '/drive/v3/files/book/copy',
  ];
  const PAGES: Record<string, string>[] = [
    { origin: 'https://example.com' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:1' },
    { 'sec-fetch-site': 'cross-site' },
  ];

  test('are not reached by another name: DNS rebinding', async () => {
    for (const path of [...READ, ...WRITE])
      for (const host of ['example.com', '127.0.0.1.example.com', 'localhost.example.com:80', '127.0.0.2'])
        expect(
          await statusOf(server.url, WRITE.includes(path) ? 'POST' : 'GET', path, { host }),
          `${host} ${path}`,
        ).toBe(403);
  });

  test('are not written by a page of another address: CSRF', async () => {
    for (const path of WRITE)
      for (const headers of PAGES) expect(await statusOf(server.url, 'POST', path, headers), path).toBe(403);
    for (const method of ['PUT', 'PATCH', 'DELETE'])
      expect(
        await statusOf(server.url, method, '/v4/spreadsheets/book/values/A1', { origin: 'https://example.com' }),
      ).toBe(403);
    expect(server.calls).toEqual([]);
  });

  test('give no page of another address leave to read, and take no body without an end', async () => {
    for (const path of READ) {
      const answer = await fetch(new URL(path, server.url));
      expect(
        [...answer.headers.keys()].filter((name) => name.startsWith('access-control')),
        path,
      ).toEqual([]);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }
    const body = gzipSync(Buffer.alloc(LIMITS.bodyBytes + 1, 0x20));
    const bomb = await fetch(new URL('/v4/spreadsheets', server.url), {
      method: 'POST',
      headers: { 'content-encoding': 'gzip' },
      body,
    });
    expect(bomb.status).toBe(400);
    const large = await fetch(new URL('/v4/spreadsheets', server.url), {
      method: 'POST',
      body: Buffer.alloc(LIMITS.bodyBytes + 1, 0x20),
    });
    expect(large.status).toBe(413);
  });

  test('the embedded DynamoDB answers programs, and no page', async () => {
    const dynamodb = await startEmbeddedDynamoDb();
    const client = localClient(dynamodb.endpoint);
    try {
      await ensureTable(client, 'leadsheet');
      for (const headers of [...PAGES, { host: 'example.com' }] as Record<string, string>[])
        for (const method of ['POST', 'OPTIONS', 'GET']) {
          if (method === 'GET' && 'sec-fetch-site' in headers) continue; // dynalite has nothing to read by GET
          expect(await statusOf(dynamodb.endpoint, method, '/', headers), method).toBe(403);
        }
    } finally {
      client.destroy();
      await dynamodb.close();
    }
  });
});

/** By node:http, since `fetch` sets these headers itself. An absent Host is refused by Node already. */
function statusOf(
  base: string,
  method: string,
  path: string,
  headers: Record<string, string>,
): Promise<number | undefined> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const request = ask({ hostname, port, method, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject).end();
  });
}
