import { inspect } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { localToken } from '../../lambdas/google/auth.ts';
import type { CallOptions } from '../../lambdas/google/call.ts';
import { openSheets } from '../../lambdas/sheets/open-sheets.ts';
import { discoveryIsHere, requestFaults } from '../support/sheets-discovery.ts';
import { firstPublication, tableLayout } from '../support/sheets-layouts.ts';
import { countingMeter } from '../support/sheets-meter.ts';
import {
  type Answer,
  googleError,
  type ScriptedServer,
  startScriptedServer,
} from '../support/sheets-scripted-server.ts';

const TOKEN = 'very-secret-token';
const WORKBOOK = 'workbook-id';
const GRID = { valueRanges: [{ dataFilters: [{ gridRange: { sheetId: 7 } }], valueRange: { values: [['x', 1]] } }] };
const good: Answer = { status: 200, body: GRID };
const busy = googleError(503, 'UNAVAILABLE', 'The service is currently unavailable.');
const page: Answer = { status: 502, body: '<!DOCTYPE html><title>Error 502</title>' };
const quota = googleError(
  429,
  'RESOURCE_EXHAUSTED',
  "Quota exceeded for quota metric 'Read requests'",
  'RATE_LIMIT_EXCEEDED',
);

let server: ScriptedServer | undefined;
afterEach(() => server?.close());

async function sheetsThatAnswer(answers: readonly Answer[], options: Partial<CallOptions> = {}) {
  server = await startScriptedServer(...answers);
  const meter = countingMeter();
  const waits: number[] = [];
  const sheets = openSheets({
    auth: localToken(TOKEN),
    rootUrl: server.rootUrl,
    meter,
    random: () => 0.5,
    sleep: async (ms) => {
      waits.push(ms);
    },
    serviceAccount: 'robot@project.iam.gserviceaccount.com',
    ...options,
  });
  return { sheets, meter, waits, requests: server.requests };
}

const read = async (answers: readonly Answer[], options?: Partial<CallOptions>) => {
  const { sheets, ...rest } = await sheetsThatAnswer(answers, options);
  const outcome = await sheets.read(WORKBOOK, [7]).then(
    (tabs) => ({ grids: tabs.grids() }),
    (error: unknown) => ({ error }),
  );
  return { ...rest, outcome };
};

describe('a read', () => {
  test('asks for raw JSON by gzip, without pretty printing, with the token', async () => {
    const { requests, outcome } = await read([good]);
    expect(outcome).toEqual({ grids: [[['x', 1]]] });
    expect(requests[0]?.url.searchParams.get('prettyPrint')).toBe('false');
    expect(requests[0]?.headers).toMatchObject({
      'accept-encoding': 'gzip',
      'user-agent': expect.stringContaining('gzip'),
      authorization: `Bearer ${TOKEN}`,
    });
  });

  const passing: readonly (readonly [string, Answer])[] = [
    ['429', quota],
    ['500', googleError(500, 'INTERNAL', 'Internal error encountered.')],
    ['502 with a web page', page],
    ['503', busy],
    ['504', googleError(504, 'DEADLINE_EXCEEDED', 'Too slow.')],
    ['a web page instead of JSON', { status: 200, body: '<html>Sign in</html>' }],
    ['an answer cut off', 'cut'],
    ['half an answer with a good length', { status: 200, body: '{"valueRanges": [{"val' }],
    ['a connection that breaks', 'reset'],
  ];
  test.each(passing)('comes through after %s', async (_, answer) => {
    const { outcome, meter, requests } = await read([answer, good]);
    expect(outcome).toEqual({ grids: [[['x', 1]]] });
    expect(requests).toHaveLength(2);
    expect(meter.totals).toMatchObject({ 'sheets.reads': 2, 'sheets.retries': 1 });
  });

  test.each(['hang', 'stall'] as const)(
    'comes through after a server that does not finish in time (%s)',
    async (how) => {
      const { outcome, requests } = await read([how, good], { timeoutMs: 1500 });
      expect(outcome).toEqual({ grids: [[['x', 1]]] });
      expect(requests).toHaveLength(2);
    },
  );

  test('waits longer and longer, up to a minute, while the quota is used up', async () => {
    const { outcome, waits } = await read([quota]);
    expect(waits).toEqual([1500, 3000, 6000, 12_000, 24_000, 45_000, 45_000]);
    expect(outcome).toMatchObject({ error: { kind: 'quota', message: expect.stringMatching(/quota of this minute/) } });
  });

  test('gives up on a server that stays down', async () => {
    const { outcome, requests } = await read([busy]);
    expect(requests).toHaveLength(6);
    expect(outcome).toMatchObject({ error: { kind: 'unavailable' } });
  });

  test('does not wait past the deadline', async () => {
    const { outcome, requests, waits } = await read([busy], { now: () => 1_000, deadline: () => 1_400 });
    expect(requests).toHaveLength(2);
    expect(waits).toEqual([375]);
    expect(outcome).toMatchObject({ error: { kind: 'unavailable' } });
  });

  test('sends nothing after the deadline', async () => {
    const { outcome, requests } = await read([good], { now: () => 2_000, deadline: () => 1_000 });
    expect(requests).toHaveLength(0);
    expect(outcome).toMatchObject({ error: { kind: 'unavailable', message: expect.stringMatching(/time limit/) } });
  });

  test('cut where it looks whole is an error and not an empty sheet', async () => {
    const { outcome } = await sheetsThatAnswer([{ status: 200, body: '{"valueRanges": [{"valueRange": {}' }]).then(
      async ({ sheets }) => ({ outcome: await sheets.read(WORKBOOK, [7]) }),
    );
    expect(() => outcome.grids()).toThrow(expect.objectContaining({ kind: 'unavailable' }));
  });
});

describe('an error says what to do', () => {
  const cases: readonly (readonly [string, Answer, string, RegExp])[] = [
    [
      'not shared',
      googleError(403, 'PERMISSION_DENIED', 'The caller does not have permission'),
      'not-shared',
      /^Share the spreadsheet with robot@project\.iam\.gserviceaccount\.com as an editor\./,
    ],
    [
      'API switched off',
      googleError(403, 'PERMISSION_DENIED', 'Google Sheets API has not been used in project 1', 'SERVICE_DISABLED'),
      'credentials',
      /^The Google Sheets API is switched off/,
    ],
    [
      'no scope',
      googleError(403, 'PERMISSION_DENIED', 'Insufficient scopes.', 'ACCESS_TOKEN_SCOPE_INSUFFICIENT'),
      'credentials',
      /auth\/spreadsheets/,
    ],
    ['wrong id', googleError(404, 'NOT_FOUND', 'Requested entity was not found.'), 'not-found', /workbook-id/],
    ['bad token', googleError(401, 'UNAUTHENTICATED', 'Invalid Credentials'), 'credentials', /credentials/],
    [
      'an Excel file',
      googleError(400, 'FAILED_PRECONDITION', 'This operation is not supported for this document'),
      'refused',
      /Save as Google Sheets/,
    ],
    [
      'a protected cell',
      googleError(400, 'INVALID_ARGUMENT', 'You are trying to edit a protected cell or object.'),
      'refused',
      /Protect sheets and ranges/,
    ],
    ['no grid', googleError(400, 'INVALID_ARGUMENT', 'No grid with id: 7'), 'refused', /No grid with id: 7/],
  ];
  test.each(cases)('%s', async (_, answer, kind, message) => {
    const { outcome, requests } = await read([answer]);
    expect(outcome).toMatchObject({ error: { name: 'SheetsError', kind, message: expect.stringMatching(message) } });
    expect(requests).toHaveLength(1);
  });

  test('and holds no token, wherever one looks', async () => {
    for (const answer of [busy, quota, page, ...cases.map(([, each]) => each), 'reset' as const]) {
      const { outcome } = await read([answer]);
      expect(inspect(outcome, { depth: 20, showHidden: true })).not.toContain(TOKEN);
      await server?.close();
    }
  });

  test('no credentials at all', async () => {
    const { outcome } = await read([good], {
      auth: async () => {
        throw new Error('Could not load the default credentials.');
      },
    });
    expect(outcome).toMatchObject({ error: { kind: 'credentials', message: expect.stringMatching(/default cred/) } });
  });
});

describe.skipIf(!discoveryIsHere)('by the discovery document', () => {
  test('every request is known: method, path, query, body', async () => {
    const { sheets, requests } = await sheetsThatAnswer([{ status: 200, body: {} }]);
    await sheets.describe(WORKBOOK);
    await sheets.read(WORKBOOK, [0, 7]);
    for (const range of ['none', 'elsewhere'] as const)
      await sheets.writeColumn(WORKBOOK, { sheetId: 7, column: 2, range }, new Map([[4, 'x']]));
    await sheets.publish(WORKBOOK, firstPublication([tableLayout('Health', 2)]));
    expect(requests).toHaveLength(6);
    expect(requests.flatMap(({ method, url, body }) => requestFaults(method, url, body))).toEqual([]);
  });
});
