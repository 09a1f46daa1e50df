import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ENV } from '../../lambdas/contract.ts';
import { claims, signingKey, token } from '../support/identity-tokens.ts';
import { ACCOUNT, type SyncService, syncService, WORKBOOK } from '../support/sync-service.ts';

const google = signingKey();
let service: SyncService;
let printed: string[];
beforeAll(async () => {
  service = await syncService(google);
});
afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await service.close();
});
beforeEach(() => {
  vi.unstubAllEnvs();
  for (const [name, value] of Object.entries(service.env)) vi.stubEnv(name, value);
  printed = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  service.sent.length = 0;
});

/** Another one each time. */
const fresh = (over: Record<string, unknown> = {}): string =>
  token(claims(Date.now(), { jti: randomUUID(), ...over }), google);
const post = (idToken: string, body: unknown = { workbook: WORKBOOK }): Promise<Response> =>
  fetch(service.url, {
    method: 'POST',
    headers: { authorization: `Bearer ${idToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('the Function URL of sync-now', () => {
  test('refuses, with a text that says what to do, and sends nothing', async () => {
    const answers: readonly (readonly [Promise<Response>, number, RegExp])[] = [
      [fetch(service.url), 405, /POST/],
      [fetch(service.url, { method: 'POST', body: '{}' }), 401, /client id/],
      [post(fresh(), { workbook: '' }), 400, /"workbook"/],
      [post(fresh(), { workbook: WORKBOOK, more: 'x'.repeat(5_000) }), 413, /nothing else/],
      [post(token(claims(Date.now()), signingKey())), 401, /client id/],
      [post(fresh({ aud: 'stranger.apps.googleusercontent.com' })), 401, /client id/],
      [post(fresh({ email_verified: false })), 401, /client id/],
      [post(fresh({ email: 'rep@elsewhere.test' })), 403, /owner/],
      [post(fresh(), { workbook: 'not-served' }), 404, /leadsheet register/],
    ];
    for (const [asked, status, text] of answers) {
      const response = await asked;
      expect(response.status).toBe(status);
      expect(await response.json()).toEqual({ message: expect.stringMatching(text) });
    }
    expect(service.sent).toEqual([]);
  });

  test('takes a token once, and a workbook once in a while', async () => {
    const once = fresh({ email: 'Boss@elsewhere.test' });
    const before = Date.now();
    const accepted = await post(once);
    expect(accepted.status).toBe(202);
    expect(accepted.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(service.sent).toEqual([expect.objectContaining({ MessageGroupId: WORKBOOK })]);
    const hint = JSON.parse(service.sent[0]?.MessageBody ?? '');
    expect(hint).toEqual({ workbook: WORKBOOK, account: ACCOUNT, changedAt: expect.any(Number) });
    expect(hint.changedAt).toBeGreaterThanOrEqual(before);

    expect((await post(once)).status).toBe(409);
    const soon = await post(fresh());
    expect(soon.status).toBe(429);
    expect(soon.headers.get('retry-after')).toBe('30');
    expect(service.sent).toHaveLength(1);
  });

  test('logs a line of digests, never an e-mail or a token', async () => {
    const idToken = fresh();
    await post(idToken);
    await post(fresh(), { workbook: 'not-served' });
    await post('forged.token.x');
    expect(printed.map((line) => JSON.parse(line))).toEqual([
      { event: 'sync-now', answer: 'too soon', who: expect.stringMatching(/^[0-9a-f]{12}$/), workbook: WORKBOOK },
      { event: 'sync-now', answer: 'not registered', who: expect.any(String) },
      { event: 'sync-now', answer: 'no identity' },
    ]);
    expect(printed.join()).not.toMatch(new RegExp(`example\\.com|${idToken.split('.')[2]}`));
  });

  test('lets nobody in while the lists are empty', async () => {
    vi.stubEnv(ENV.syncAllowed, '');
    expect((await post(fresh())).status).toBe(403);
    vi.stubEnv(ENV.syncAudiences, '');
    expect((await post(fresh())).status).toBe(401);
  });

  test('fails, for the alarm to see, where the queue or the table is not there', async () => {
    vi.stubEnv(ENV.ingestQueue, '');
    expect((await post(fresh())).status).toBe(502);
    vi.stubEnv(ENV.ingestQueue, service.env[ENV.ingestQueue] ?? '');
    vi.stubEnv(ENV.table, 'another-table');
    expect((await post(fresh())).status).toBe(502);
  });
});
