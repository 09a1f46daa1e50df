import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bundle } from '../../infra/bundle.ts';
import { ENV } from '../../lambdas/contract.ts';
import { handler as dispatch } from '../../lambdas/dispatch/handler.ts';
import { handler as ingest } from '../../lambdas/ingest/handler.ts';
import { compose } from '../../lambdas/runtime/compose.ts';
import { type LocalService, startLocalService } from '../../local/service.ts';
import { KEY_SECRET } from '../infra/example.ts';
import { synthesize } from '../infra/synthesize.ts';
import { type FunctionLogs, functionLogs } from '../support/function-logs.ts';
import { type HttpAnswer, type LocalHttp, localHttp } from '../support/local-http.ts';
import { tally } from '../support/tally.ts';

const ACCOUNT = 'leadsheet@project.iam.gserviceaccount.com';
const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});
/** A line of it, as it stands in a JSON text, in a header, in an error. */
const KEY_PART = privateKey.split('\n')[5] ?? '';
const SEEDED = {
  bearer: 'seeded-bearer-token-5f0a',
  access: 'ya29.seeded-access-token-91c2',
  aws: 'seeded-aws-secret-77b1',
  session: 'seeded-aws-session-30de',
  key: KEY_PART,
};

let service: LocalService;
let logs: FunctionLogs;
let round = 0;
const servers: LocalHttp[] = [];
const server = async (answer: (body: string, headers: string, url: string) => HttpAnswer): Promise<string> => {
  const made = await localHttp(({ headers, url = '' }, body) => answer(body, JSON.stringify(headers), url));
  servers.push(made);
  return made.url;
};
/** What a server says that quotes the whole request, sign-in included. */
const echo =
  (status: number) =>
  (body: string, headers: string): HttpAnswer => ({
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      error: { code: status, status: 'FAILED', message: `${headers} ${body}` },
      error_description: `${headers} ${body}`,
      message: `${headers} ${body}`,
    }),
  });

beforeEach(async () => {
  service = await startLocalService();
  await compose(service.env).registry.register({ workbook: 'book', title: 'Sales', account: ACCOUNT });
  const env = { ...service.env, [ENV.ingestQueue]: 'http://127.0.0.1:9/1/ingest.fifo', [ENV.serviceAccounts]: ACCOUNT };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', SEEDED.aws);
  vi.stubEnv('AWS_SESSION_TOKEN', SEEDED.session);
  logs = functionLogs();
  logs.left = 3_500;
  round++;
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await Promise.all(servers.splice(0).map((each) => each.close()));
  await service.close();
});

const hint = { Records: [{ body: JSON.stringify({ workbook: 'book', account: ACCOUNT }) }] };
async function failing(): Promise<void> {
  for (const run of [() => logs.call(ingest, hint), () => logs.call(dispatch, {})]) await run();
  const said = [...logs.lines, ...(await onTheScreen())].join('\n');
  expect(said).toMatch(/Error/);
  for (const [name, secret] of Object.entries(SEEDED))
    expect(said.includes(secret), `${name} in a log or an error`).toBe(false);
  expect(said).not.toMatch(/-----BEGIN|"private_key"/);
  tally('log lines searched', logs.lines.length);
}
/** What the owner reads in the terminal, which tells more than a log. */
const onTheScreen = (): Promise<string[]> =>
  compose(process.env, { account: ACCOUNT, deadline: () => Date.now() + 1_500 })
    .sheets.describe('book')
    .then(
      () => ['Error: it was let in'],
      (error: Error) => [`${error.name}: ${error.message}`, error.stack ?? ''],
    );

describe('no secret in a log or an error', () => {
  test.each([400, 401, 403, 500])('when Google answers %i and says nothing of the request', async (status) => {
    vi.stubEnv(ENV.sheetsToken, SEEDED.bearer);
    const plain = (): HttpAnswer => ({ status, body: JSON.stringify({ error: { code: status, message: 'no' } }) });
    vi.stubEnv(ENV.sheetsRootUrl, `${await server(plain)}/`);
    await failing();
  });

  test.each([400, 401, 403, 503])(
    'when Google answers %i and quotes the request: the logs have nothing of it',
    async (status) => {
      vi.stubEnv(ENV.sheetsToken, SEEDED.bearer);
      vi.stubEnv(ENV.sheetsRootUrl, `${await server(echo(status))}/`);
      await logs.call(ingest, hint);
      await logs.call(dispatch, {});
      expect(logs.lines.join('\n')).not.toContain(SEEDED.bearer);
    },
  );

  test.each(['no JSON', 'another key', 'no key at all', 'an array'])(
    'when the stored key is spoilt: %s',
    async (how) => {
      const spoilt: Record<string, string> = {
        'no JSON': `{"client_email": "${ACCOUNT}", "private_key": "${privateKey}`,
        'another key': JSON.stringify({
          client_email: 'other@project.iam.gserviceaccount.com',
          private_key: privateKey,
        }),
        'no key at all': JSON.stringify({
          client_email: ACCOUNT,
          private_key: `-----BEGIN PRIVATE KEY-----\n${KEY_PART}\n-----END PRIVATE KEY-----\n`,
        }),
        'an array': JSON.stringify([{ private_key: privateKey }]),
      };
      await withKey({ SecretString: spoilt[how] ?? '' }, echo(400));
      await failing();
    },
  );

  test.each([400, 401, 403, 500])('when the key is refused with %i', async (status) => {
    await withKey({ SecretString: JSON.stringify({ client_email: ACCOUNT, private_key: privateKey }) }, () => ({
      status,
      body: JSON.stringify({ error: 'invalid_grant', error_description: 'no' }),
    }));
    await failing();
  });

  test('when the token is good and the APIs refuse it', async () => {
    const give = (): HttpAnswer => ({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ access_token: SEEDED.access, expires_in: 3_600, token_type: 'Bearer' }),
    });
    await withKey({ SecretString: JSON.stringify({ client_email: ACCOUNT, private_key: privateKey }) }, give);
    vi.stubEnv(ENV.sheetsRootUrl, `${await server(() => ({ status: 401, body: '{"error":{"message":"no"}}' }))}/`);
    await failing();
  });

  test.each([400, 403, 500])('when the federation answers %i', async (status) => {
    vi.stubEnv(ENV.sheetsToken, '');
    vi.stubEnv(
      ENV.googleAudience,
      `//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/x${round}`,
    );
    const refuse = (): HttpAnswer => ({
      status,
      body: JSON.stringify({ error: 'invalid_grant', error_description: 'The attribute condition failed.' }),
    });
    vi.stubEnv(ENV.googleAuthUrl, await server(refuse));
    await failing();
  });
});

/** A key in Secrets Manager, and where Google gives out tokens for it. */
async function withKey(secret: object, tokens: (body: string, headers: string) => HttpAnswer): Promise<void> {
  vi.stubEnv(ENV.sheetsToken, '');
  vi.stubEnv(ENV.googleKeySecret, `leadsheet/key-${round}`);
  vi.stubEnv(
    'AWS_ENDPOINT_URL_SECRETS_MANAGER',
    await server(() => ({
      status: 200,
      headers: { 'content-type': 'application/x-amz-json-1.1' },
      body: JSON.stringify(secret),
    })),
  );
  vi.stubEnv(ENV.googleAuthUrl, await server(tokens));
}

/** Keys of AWS, Google, GitHub, npm, and private keys, with the characters of a real one behind. */
const SECRETS =
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b|\bAIza[\w-]{35}\b|\bya29\.[\w-]{40,}|\bgh[pousr]_\w{36}\b|\bnpm_\w{36}\b|-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s*(?:\\n)?[A-Za-z0-9+/]{40}/;

test('the scan finds what it looks for', () => {
  for (const secret of [
    privateKey,
    JSON.stringify({ private_key: privateKey }),
    `AKIA${'A1'.repeat(8)}`,
    `AIza${'x'.repeat(35)}`,
    `ghp_${'a'.repeat(36)}`,
  ])
    expect(secret).toMatch(SECRETS);
});

test('there is none in the repository', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  expect(files.length).toBeGreaterThan(500);
  const found = files.filter((file) => SECRETS.test(readFileSync(join(root, file), 'latin1')));
  expect(found).toEqual([]);
  expect(files.filter((file) => /(^|\/)\.env|\.pem$|\.p12$|credentials.*\.json$|\.key$/.test(file))).toEqual([]);
});

test('there is none in templates and bundles, whatever stands in the environment of who deploys', () => {
  vi.stubEnv(ENV.sheetsToken, SEEDED.bearer);
  const { state, pipeline } = synthesize({ googleKeySecret: KEY_SECRET });
  const into = mkdtempSync(join(tmpdir(), 'leadsheet-secrets-'));
  const code = ['ingest', 'sync-now'].map((name) =>
    bundle({ entry: fileURLToPath(new URL(`../../lambdas/${name}/handler.ts`, import.meta.url)), into }),
  );
  const texts = [
    JSON.stringify(state.toJSON()),
    JSON.stringify(pipeline.toJSON()),
    ...code.map(({ directory }) => readFileSync(join(directory, 'index.js'), 'utf8')),
  ];
  rmSync(into, { recursive: true });
  for (const text of texts) {
    for (const secret of Object.values(SEEDED)) expect(text.includes(secret)).toBe(false);
    expect(SECRETS.exec(text)?.[0]).toBeUndefined();
  }
  // The functions know the name of the secret, never what is in it, and no variable that only stands in for tests.
  const variables = JSON.stringify(pipeline.findResources('AWS::Lambda::Function'));
  expect(variables).toContain(KEY_SECRET);
  for (const name of [ENV.sheetsToken, ENV.sheetsRootUrl, ENV.dynamodbEndpoint, ENV.googleAuthUrl])
    expect(variables).not.toContain(name);
});
