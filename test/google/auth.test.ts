import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { applicationDefault, localToken } from '../../lambdas/google/auth.ts';
import { tokenClient } from '../../lambdas/google/token-client.ts';
import { openSheets } from '../../lambdas/sheets/open-sheets.ts';
import { type Answer, type ScriptedServer, startScriptedServer } from '../support/sheets-scripted-server.ts';

const token: Answer = {
  status: 200,
  body: {
    access_token: 'exchanged',
    issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    token_type: 'Bearer',
    expires_in: 3600,
  },
};
const workbook: Answer = { status: 200, body: { properties: { title: 'Sales' } } };

let folder: string;
const servers: ScriptedServer[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'credentials-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** Federated credentials whose token comes from a local server. */
async function credentialsFrom(...answers: readonly Answer[]) {
  const server = await startScriptedServer(...answers);
  servers.push(server);
  const path = join(folder, 'credentials.json');
  writeFileSync(join(folder, 'subject'), 'subject token');
  writeFileSync(
    path,
    JSON.stringify({
      type: 'external_account',
      audience: '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/q',
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      token_url: `${server.rootUrl}v1/token`,
      credential_source: { file: join(folder, 'subject') },
    }),
  );
  vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', path);
  return server;
}

async function title(auth: ReturnType<typeof localToken>) {
  const server = await startScriptedServer(workbook);
  servers.push(server);
  const sheets = openSheets({ auth, rootUrl: server.rootUrl, sleep: async () => {} });
  const outcome = await sheets.describe('w').then(
    (description) => description.title,
    (error: unknown) => error,
  );
  return { outcome, tokens: server.requests.map(({ headers }) => headers.authorization) };
}

describe('application default credentials', () => {
  test('fetch their token once and send it', async () => {
    await credentialsFrom(token);
    expect(await title(applicationDefault())).toEqual({ outcome: 'Sales', tokens: ['Bearer exchanged'] });
  });

  test('that Google does not take are an error of the credentials, though it answers 400', async () => {
    await credentialsFrom({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'The subject is unknown.' },
    });
    expect(await title(applicationDefault())).toMatchObject({
      outcome: { kind: 'credentials', message: expect.stringMatching(/invalid_grant/) },
      tokens: [],
    });
  });

  test('that are missing are an error of the credentials', async () => {
    vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', join(folder, 'nowhere.json'));
    expect(await title(applicationDefault())).toMatchObject({ outcome: { kind: 'credentials' }, tokens: [] });
  });
});

describe('a token that cannot be had just now', () => {
  test.each([
    [408, 'unavailable'],
    [429, 'quota'],
    [503, 'unavailable'],
  ])('is waited for after %i, which says nothing about the credentials', async (status, kind) => {
    const refusal = { config: { url: 'https://sts.googleapis.com/v1/token' }, response: { status, data: {} } };
    let [asked, busy] = [0, 1];
    const auth = () =>
      tokenClient(async () => {
        if (asked++ < busy) throw Object.assign(new Error('busy'), refusal);
        return { access_token: 'late', expiry_date: Date.now() + 3_600_000 };
      });
    expect(await title(auth)).toEqual({ outcome: 'Sales', tokens: ['Bearer late'] });
    busy = Number.POSITIVE_INFINITY;
    expect(await title(auth)).toMatchObject({ outcome: { kind }, tokens: [] });
  });
});

describe('a local token', () => {
  test('is sent as it is', async () => {
    expect(await title(localToken('abc'))).toEqual({ outcome: 'Sales', tokens: ['Bearer abc'] });
  });
});
