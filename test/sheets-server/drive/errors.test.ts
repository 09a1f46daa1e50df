import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaultAnswer } from '../../../local/sheets-server/faults.ts';
import { BOOK, running } from '../support.ts';

const { server } = await running({ signIn: true, token: 'good', quotas: { perUser: 60, perProject: 300, drive: 30 } });
afterAll(() => server.close());
beforeAll(() => void server.addWorkbook(BOOK));

async function ask(path: string, init: RequestInit = { headers: { authorization: 'Bearer good' } }) {
  const answer = await fetch(new URL(path, server.url), init);
  return { status: answer.status, body: (await answer.json()) as { error: unknown } };
}

describe('an error of Drive has the form of Drive', () => {
  it('for who is not known', async () => {
    expect((await ask('/drive/v3/files/book', { headers: { authorization: 'Bearer bad' } })).body.error).toEqual({
      code: 401,
      message: expect.stringMatching(/^Request had invalid authentication credentials/),
      errors: [
        {
          message: 'Invalid Credentials',
          domain: 'global',
          reason: 'authError',
          location: 'Authorization',
          locationType: 'header',
        },
      ],
      status: 'UNAUTHENTICATED',
    });
    expect((await ask('/drive/v3/files/book', {})).body.error).toMatchObject({
      code: 403,
      errors: [{ reason: 'forbidden' }],
      status: 'PERMISSION_DENIED',
    });
    expect((await ask('/drive/v3/files', { method: 'POST' })).body.error).toMatchObject({
      code: 401,
      errors: [{ message: 'Login Required.', reason: 'required' }],
    });
  });

  it('for a token without its scopes', async () => {
    const claims = {
      iss: 'a@example.com',
      aud: 'https://oauth2.googleapis.com/token',
      scope: 'https://www.googleapis.com/auth/spreadsheets',
      iat: Math.floor(Date.now() / 1000),
      exp: Math.floor(Date.now() / 1000) + 3600,
    };
    const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
    const form = new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: `${part({ alg: 'RS256' })}.${part(claims)}.c2ln`,
    });
    const { access_token: token } = (await (
      await fetch(new URL('/token', server.url), { method: 'POST', body: form })
    ).json()) as { access_token: string };
    expect((await ask('/drive/v3/files/book', { headers: { authorization: `Bearer ${token}` } })).body.error).toEqual({
      code: 403,
      message: 'Request had insufficient authentication scopes.',
      errors: [{ message: 'Insufficient Permission', domain: 'global', reason: 'insufficientPermissions' }],
      status: 'PERMISSION_DENIED',
      details: [expect.objectContaining({ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' })],
    });
  });

  it.each<[FaultAnswer, number, object]>([
    [401, 401, { reason: 'authError', message: 'Invalid Credentials' }],
    [
      403,
      403,
      {
        reason: 'insufficientFilePermissions',
        message: 'The user does not have sufficient permissions for file book.',
      },
    ],
    [404, 404, { reason: 'notFound', message: 'File not found: book.', location: 'fileId' }],
    [429, 429, { reason: 'rateLimitExceeded', domain: 'usageLimits' }],
    ['rateLimit', 403, { reason: 'userRateLimitExceeded', domain: 'usageLimits' }],
    [500, 500, { reason: 'internalError', message: 'Internal Error' }],
    [503, 503, { reason: 'backendError', message: 'The service is currently unavailable.' }],
  ])('for the fault %s', async (answer, status, error) => {
    server.faults.next({ answer });
    const met = await ask('/drive/v3/files/book');
    expect(met.status).toBe(status);
    expect(met.body.error).toMatchObject({ code: status, errors: [error] });
  });

  it('for an address that is not there, and a body that is no JSON', async () => {
    expect((await ask('/drive/v3/nothing')).body.error).toMatchObject({ code: 404, errors: [{ reason: 'notFound' }] });
    const init = { method: 'POST', headers: { authorization: 'Bearer good' }, body: '{' };
    expect((await ask('/drive/v3/files', init)).body.error).toMatchObject({
      code: 400,
      errors: [{ reason: 'parseError' }],
    });
  });

  it('for too many calls', async () => {
    let met = await ask('/drive/v3/files/book');
    for (let calls = 0; calls < 31 && met.status === 200; calls += 1) met = await ask('/drive/v3/files/book');
    const message = expect.stringMatching(/^Quota exceeded for quota metric 'Queries'/);
    expect(met.body.error).toEqual({
      code: 403,
      message,
      errors: [{ message, domain: 'usageLimits', reason: 'rateLimitExceeded' }],
      status: 'PERMISSION_DENIED',
      details: [
        expect.objectContaining({
          reason: 'RATE_LIMIT_EXCEEDED',
          metadata: expect.objectContaining({ quota_limit_value: '30' }),
        }),
      ],
    });
  });
});

it('leaves the errors of Sheets in theirs', async () => {
  server.faults.next({ answer: 'rateLimit' });
  expect((await ask('/v4/spreadsheets/book')).body.error).toMatchObject({ code: 429, status: 'RESOURCE_EXHAUSTED' });
});
