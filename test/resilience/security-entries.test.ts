import { readdirSync } from 'node:fs';
import type { Context } from 'aws-lambda';
import { describe, expect, test, vi } from 'vitest';
import { ENV } from '../../lambdas/contract.ts';
import { readConfig } from '../../lambdas/runtime/config.ts';
import { readRequest, type SyncEvent } from '../../lambdas/sync-now/request.ts';
import { workbookId } from '../../local/deployment/workbook-id.ts';
import { leadsheet } from '../support/e2e-command.ts';

/** What is no id of a spreadsheet: paths, keys of other items, shell, other hosts, too long. */
const NO_IDS = [
  '',
  ' ',
  '../other',
  'a/b',
  'W#other#HEAD',
  'a b',
  '$(id)',
  'a%2Fb',
  'é',
  '\u0000',
  'x'.repeat(201),
  'https://example.com/d/x',
];
const context = { getRemainingTimeInMillis: () => 20_000 } as Context; // the handlers ask for nothing else of it

describe('every door of the functions', () => {
  const DOORS = ['dispatch', 'ingest', 'report', 'rollup', 'sweep', 'sync-now'];

  test('is one of these', () => {
    const folders = readdirSync(new URL('../../lambdas', import.meta.url), { withFileTypes: true });
    const doors = folders.filter((each) => each.isDirectory() && hasHandler(each.name)).map(({ name }) => name);
    expect(doors.sort()).toEqual(DOORS);
  });

  test.each(['ingest', 'rollup', 'report'])('%s takes hints for workbooks and nothing else', async (name) => {
    const { handler } = await import(`../../lambdas/${name}/handler.ts`);
    vi.stubEnv(ENV.table, 'no-such-table');
    vi.stubEnv(ENV.dynamodbEndpoint, 'http://127.0.0.1:9');
    const bodies = [
      ...[
        '',
        '{',
        'null',
        '[]',
        '"x"',
        '7',
        '{}',
        JSON.stringify({ workbook: 7 }),
        JSON.stringify({ workbook: ['x'] }),
      ],
      ...NO_IDS.map((workbook) => JSON.stringify({ workbook })),
      ...['x', 'a@b@c', '', 7].map((account) => JSON.stringify({ workbook: 'x', account })),
      ...[-1, 0.5, 'soon'].map((changedAt) => JSON.stringify({ workbook: 'x', changedAt })),
    ];
    for (const body of bodies)
      await expect(handler({ Records: [{ body }] }, context), body).rejects.toThrow(/left out here/);
    for (const event of [undefined, null, {}, { Records: {} }, { Records: [null] }])
      await expect(handler(event, context)).rejects.toThrow();
    vi.unstubAllEnvs();
  });

  test('sweep takes a workbook or nothing, and no other field', async () => {
    const { handler } = await import('../../lambdas/sweep/handler.ts');
    for (const event of [
      undefined,
      null,
      'x',
      [],
      { workbooks: 'x' },
      { workbook: 'x', more: 1 },
      ...NO_IDS.map((workbook) => ({ workbook })),
    ])
      await expect(handler(event, context)).rejects.toThrow(/left out here/);
  });

  test('sync-now reads a POST with a bearer token and an id, nothing larger', () => {
    const bearer = { authorization: 'Bearer a.b.c' };
    const event = (over: object): SyncEvent =>
      ({
        requestContext: { http: { method: 'POST' } },
        headers: bearer,
        body: '{"workbook":"x"}',
        isBase64Encoded: false,
        ...over,
      }) as SyncEvent; // some are malformed on purpose
    expect(readRequest(event({}))).toEqual({ token: 'a.b.c', workbook: 'x' });
    for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'])
      expect(readRequest(event({ requestContext: { http: { method } } }))).toBe('wrong method');
    for (const authorization of [
      '',
      'Basic a.b.c',
      'Bearer',
      'Bearer a.b',
      'Bearer a.b.c.d',
      'Bearer a.b.c, Bearer d.e.f',
      'Bearer a.b.ç',
      `Bearer ${'a'.repeat(5_000)}.b.c`,
    ])
      expect(readRequest(event({ headers: { authorization } })), authorization.slice(0, 30)).toBe('no identity');
    expect(readRequest(event({ body: `{"workbook":"x"${' '.repeat(2_048)}}` }))).toBe('too large');
    for (const workbook of NO_IDS) expect(readRequest(event({ body: JSON.stringify({ workbook }) }))).toBe('malformed');
    for (const body of ['', '{', '[]', 'null', '{"workbook":{"$ne":1}}', '{"__proto__":{"workbook":"x"}}'])
      expect(readRequest(event({ body }))).toBe('malformed');
    expect(readRequest(event({ body: '%%%', isBase64Encoded: true }))).toBe('malformed');
  });
});

describe('the environment', () => {
  const base = { [ENV.table]: 'leadsheet' };

  test.each([ENV.dynamodbEndpoint, ENV.sheetsRootUrl, ENV.googleAuthUrl])(
    '%s leads to this machine or nowhere',
    (name) => {
      for (const address of ['http://127.0.0.1:8000', 'http://localhost:1/', 'http://[::1]:9/'])
        expect(() => readConfig({ ...base, [name]: address })).not.toThrow();
      for (const address of [
        'https://example.com/',
        'http://127.0.0.1.example.com/',
        'http://127.0.0.1@example.com/',
        'http://169.254.169.254/',
        'http://0.0.0.0:1/',
        'file:///etc/passwd',
        'ftp://127.0.0.1/',
        '//127.0.0.1',
        'x',
      ])
        expect(() => readConfig({ ...base, [name]: address }), address).toThrow(name);
    },
  );

  test('queues are asked over https; ids, e-mails, audience and table are what they are called', () => {
    const wrong: readonly [name: string, value: string][] = [
      ...[ENV.ingestQueue, ENV.rollupQueue, ENV.reportQueue].map((name): [string, string] => [
        name,
        'http://sqs.example.com/1/x',
      ]),
      ...NO_IDS.filter((id) => id.trim() !== '').map((id): [string, string] => [ENV.seedWorkbooks, id]),
      [ENV.serviceAccounts, 'no e-mail'],
      [ENV.googleAudience, 'https://example.com/'],
      [ENV.table, '../other'],
      [ENV.syncAllowed, 'everybody'],
    ];
    for (const [name, value] of wrong) {
      expect(() => readConfig({ ...base, [name]: value }), `${name}=${value}`).toThrow(name);
      expect(() => readConfig({ ...base, [name]: value })).not.toThrow(value.length > 3 ? value : 'the value itself');
    }
  });
});

describe('the command line', () => {
  test('takes an id or the address of a spreadsheet', () => {
    for (const id of NO_IDS) expect(() => workbookId(id), id).toThrow(/no spreadsheet/);
    expect(workbookId('https://docs.google.com/spreadsheets/d/abc-1_2/edit#gid=0')).toBe('abc-1_2');
  });

  test.each([
    ['sync'],
    ['explain', '--week', '2026-11-16', '--rep', 'x', '--figure', 'msis'],
    ['register'],
    ['unregister'],
    ['init'],
    ['redrive', '--workbook'],
  ])('%s refuses what is none, before it asks anybody', async (...args) => {
    const [command = '', ...options] = args;
    const ended = await leadsheet(
      command,
      ...(options.at(-1) === '--workbook' ? [...options, '../x'] : ['../x', ...options]),
    );
    expect(ended.code).not.toBe(0);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  });
});

const hasHandler = (name: string): boolean =>
  readdirSync(new URL(`../../lambdas/${name}`, import.meta.url)).includes('handler.ts');
