import { describe, expect, test } from 'vitest';
import { readRequest, type SyncEvent } from '../../lambdas/sync-now/request.ts';

const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
const BODY = JSON.stringify({ workbook: 'sheet-of-the-team_1' });

const event = (over: Partial<SyncEvent> = {}, method = 'POST'): SyncEvent => ({
  requestContext: { http: { method } },
  headers: { authorization: `Bearer ${TOKEN}` },
  body: BODY,
  isBase64Encoded: false,
  ...over,
});
const READ = { token: TOKEN, workbook: 'sheet-of-the-team_1' };

describe('a request', () => {
  test('is a workbook and a token', () => {
    expect(readRequest(event())).toEqual(READ);
    expect(readRequest(event({ headers: { authorization: `bearer  ${TOKEN}` } }))).toEqual(READ);
    const encoded = { body: Buffer.from(BODY).toString('base64'), isBase64Encoded: true };
    expect(readRequest(event(encoded))).toEqual(READ);
  });

  test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'post', ''])('is a POST, not %s', (method) => {
    expect(readRequest(event({}, method))).toBe('wrong method');
  });

  const { body: _, ...withoutBody } = event();
  const BODIES: readonly (readonly [string, SyncEvent])[] = [
    ['no body', withoutBody],
    ['an empty one', event({ body: '' })],
    ['no JSON', event({ body: 'workbook=1' })],
    ['base64 that is not said to be', event({ body: Buffer.from(BODY).toString('base64') })],
    ['said to be base64, and is not', event({ isBase64Encoded: true })],
    ...[null, [], 'sheet', {}, { workbook: '' }, { workbook: 7 }, { workbook: ['a'] }, { workbook: '../other' }].map(
      (value) => [JSON.stringify(value), event({ body: JSON.stringify(value) })] as const,
    ),
    ['a workbook of a line too much', event({ body: JSON.stringify({ workbook: 'sheet\n' }) })],
    ['a long workbook', event({ body: JSON.stringify({ workbook: 'a'.repeat(201) }) })],
  ];
  test.each(BODIES)('malformed: %s', (_name, malformed) => {
    expect(readRequest(malformed)).toBe('malformed');
  });

  test('is bounded', () => {
    const padded = (length: number) => event({ body: BODY.padEnd(length) });
    expect(readRequest(padded(2_048))).toEqual(READ);
    expect(readRequest(padded(2_049))).toBe('too large');
    const long = (length: number) => event({ headers: { authorization: `Bearer a.b.${'c'.repeat(length)}` } });
    expect(readRequest(long(4_096 - 11))).toMatchObject({ workbook: READ.workbook });
    expect(readRequest(long(4_096 - 10))).toBe('no identity');
  });

  const HEADERS: readonly (string | undefined)[] = [
    undefined,
    '',
    TOKEN,
    'Bearer',
    'Bearer ',
    `Basic ${TOKEN}`,
    'Bearer a.b',
    'Bearer a.b.c.d',
    'Bearer a.b.',
    'Bearer a.b.c=',
    'Bearer a.b.c+/',
    `Bearer ${TOKEN}, Bearer ${TOKEN}`,
    `Bearer ${TOKEN}\n`,
  ];
  test.each(HEADERS)('without one token: %j', (authorization) => {
    expect(readRequest(event({ headers: { authorization } }))).toBe('no identity');
  });
});
