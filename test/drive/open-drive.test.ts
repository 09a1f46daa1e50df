import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDrive } from '../../lambdas/drive/open-drive.ts';
import { localToken } from '../../lambdas/google/auth.ts';
import type { CallOptions } from '../../lambdas/google/call.ts';
import type { DriveChanges } from '../../lambdas/ports.ts';
import { type SheetsServer, startSheetsServer } from '../../local/sheets-server/start.ts';
import { countingMeter } from '../support/sheets-meter.ts';
import { salesWorkbook } from '../support/sheets-round-trip.ts';
import { startScriptedServer } from '../support/sheets-scripted-server.ts';

const TOKEN = 'local-test';
const NINE = Date.parse('2026-11-20T09:00:00Z');
let now: number;
let server: SheetsServer;
beforeEach(async () => {
  now = NINE;
  server = await startSheetsServer({ token: TOKEN, clock: () => now });
});
afterEach(() => server.close());

const open = (options: Partial<CallOptions> = {}) =>
  openDrive({ auth: localToken(TOKEN), rootUrl: server.url, sleep: async () => {}, random: () => 0, ...options });

function listed(changes: DriveChanges | 'expired'): DriveChanges {
  if (changes === 'expired') throw new Error('the token is expired');
  return changes;
}
const add = (id: string) => server.addWorkbook({ ...salesWorkbook(2), id });
const remove = (id: string) => fetch(`${server.url}drive/v3/files/${id}`, AS_OWNER('DELETE'));
const AS_OWNER = (method: string) => ({ method, headers: { authorization: `Bearer ${TOKEN}` } });

describe('changes', () => {
  test('none since the start: one request, and the token to go on from', async () => {
    add('one');
    const drive = open();
    const start = await drive.startPageToken();
    server.calls.length = 0;
    expect(await drive.changesSince(start)).toEqual({ changed: new Map(), pageToken: start });
    expect(server.calls.map(({ operation, path }) => [operation, path.split('?')[0]])).toEqual([
      ['drive.changes.list', '/drive/v3/changes'],
    ]);
    expect(server.calls[0]?.query).toMatchObject({ supportsAllDrives: ['true'], includeItemsFromAllDrives: ['true'] });
  });

  test('of the files that changed, with the time of the last edit; then none', async () => {
    add('one');
    add('two');
    add('three');
    const drive = open();
    const start = await drive.startPageToken();
    now = NINE + 60_000;
    server.typeInto('one', 'Activity!A2', [['20-11-2026']]);
    now = NINE + 120_000;
    server.typeInto('three', 'Activity!A2', [['20-11-2026']]);
    server.typeInto('three', 'Activity!A3', [['20-11-2026']]);
    now = NINE + 180_000;
    const first = listed(await drive.changesSince(start));
    expect([...first.changed]).toEqual([
      ['one', NINE + 60_000],
      ['three', NINE + 120_000],
    ]);
    expect(listed(await drive.changesSince(first.pageToken)).changed.size).toBe(0);
    // Asking from before gives the same again: nothing is used up.
    expect(listed(await drive.changesSince(start)).changed.size).toBe(2);
  });

  test('a file that is gone has changed', async () => {
    add('one');
    const drive = open();
    const start = await drive.startPageToken();
    now = NINE + 60_000;
    expect((await remove('one')).status).toBe(204);
    expect([...listed(await drive.changesSince(start)).changed]).toEqual([['one', NINE + 60_000]]);
  });

  test('pages are followed to the end', async () => {
    const drive = open();
    const start = await drive.startPageToken();
    for (let i = 0; i < 1_002; i++) server.addWorkbook({ ...EMPTY, id: `book-${i}` });
    server.calls.length = 0;
    const { changed, pageToken } = listed(await drive.changesSince(start));
    expect(changed.size).toBe(1_002);
    expect(server.calls).toHaveLength(2);
    expect(pageToken).toBe(await drive.startPageToken());
  });

  test('a list that breaks off in the middle is read on from there', async () => {
    const drive = open();
    const start = await drive.startPageToken();
    for (let i = 0; i < 1_002; i++) server.addWorkbook({ ...EMPTY, id: `half-${i}` });
    let asked = 0;
    server.faults.next({ answer: 403, match: ({ operation }) => operation === 'drive.changes.list' && ++asked === 2 });
    const first = listed(await drive.changesSince(start));
    expect(first.changed.size).toBe(1_000);
    const rest = listed(await drive.changesSince(first.pageToken));
    expect(rest.changed.size).toBe(2);
    expect(rest.pageToken).toBe(await drive.startPageToken());
  });

  test.each(['0', 'gone', ''])('since a token that Drive does not take: %j', async (token) => {
    expect(await open().changesSince(token)).toBe('expired');
  });
});

test('the time of an edit is that of the content, unless something else than the content changed', async () => {
  const change = (fileId: string, time: string, modifiedTime?: string) => ({
    fileId,
    time,
    ...(modifiedTime && { file: { modifiedTime } }),
  });
  const scripted = await startScriptedServer({
    status: 200,
    body: {
      newStartPageToken: '9',
      changes: [
        change('edited', '2026-11-20T09:02:00Z', '2026-11-20T09:01:00Z'),
        change('shared', '2026-11-20T09:02:00Z', '2026-10-01T09:00:00Z'),
        change('gone', '2026-11-20T09:03:00Z'),
      ],
    },
  });
  try {
    const { changed } = listed(await open({ rootUrl: scripted.rootUrl }).changesSince('1'));
    expect([...changed]).toEqual([
      ['edited', NINE + 60_000],
      ['shared', NINE + 120_000],
      ['gone', NINE + 180_000],
    ]);
  } finally {
    await scripted.close();
  }
});

const EMPTY = { title: 'Empty', locale: 'en_GB', timeZone: 'Europe/London', tabs: [{ title: 'T', rows: [] }] };

describe('a Drive that is not well', () => {
  test.each([500, 503, 429, 'rateLimit', 'html', 'cut'] as const)('is asked again after %s', async (answer) => {
    add('one');
    const meter = countingMeter();
    const drive = open({ meter });
    const start = await drive.startPageToken();
    server.faults.next({ answer });
    expect(await drive.changesSince(start)).toEqual({ changed: new Map(), pageToken: start });
    expect(meter.totals).toEqual({ 'drive.reads': 3, 'sheets.retries': 1 });
  });

  test('is asked again when the calls of the minute are used up', async () => {
    const quotas = { perUser: 60, perProject: 300, drive: 1 };
    const counted = await startSheetsServer({ quotas, clock: () => now });
    const waits: number[] = [];
    const sleep = async (ms: number) => {
      waits.push(ms);
      now += ms;
    };
    try {
      const drive = open({ rootUrl: counted.url, sleep, random: () => 0.5 });
      const start = await drive.startPageToken();
      expect(listed(await drive.changesSince(start)).changed.size).toBe(0);
      expect(waits).toEqual([1_500, 3_000, 6_000, 12_000, 24_000, 45_000]);
    } finally {
      await counted.close();
    }
  });

  test.each([
    [401, 'credentials', /credentials/],
    [403, 'refused', /Google Drive refused to list what changed \(403\)/],
    [404, 'refused', /404/],
  ] as const)('says what to do after %s, and is not asked again', async (answer, kind, message) => {
    const drive = open();
    server.faults.next({ answer });
    await expect(drive.startPageToken()).rejects.toMatchObject({ kind, message: expect.stringMatching(message) });
    expect(server.calls).toHaveLength(1);
  });

  test('with no time left nothing is sent', async () => {
    const drive = open({ now: () => 2_000, deadline: () => 1_000 });
    await expect(drive.changesSince('1')).rejects.toMatchObject({ kind: 'unavailable' });
    expect(server.calls).toEqual([]);
  });
});
