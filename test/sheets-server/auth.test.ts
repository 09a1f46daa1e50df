import { generateKeyPairSync } from 'node:crypto';
import { AwsClient, JWT, UserRefreshClient } from 'google-auth-library';
import { drive } from 'googleapis/build/src/apis/drive/index.js';
import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BOOK, refusal, running } from './support.ts';

const pair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
const { publicKey, privateKey } = pair();
const email = 'leadsheet@project.iam.gserviceaccount.com';
const SHEETS = 'https://www.googleapis.com/auth/spreadsheets';
const METADATA = 'https://www.googleapis.com/auth/drive.metadata.readonly';

let now = Date.now();
const { server } = await running({ signIn: true, keys: { [email]: publicKey }, clock: () => now });
afterAll(() => server.close());
beforeAll(() => void server.addWorkbook(BOOK));

/** The real client of a service account's key; only the address that it sends its assertion to is ours. */
function account(key: string, scopes: string[]): JWT {
  const client = new JWT({ email, key, scopes });
  client.transporter.interceptors.request.add({
    resolved: async (options) =>
      options.url.href === 'https://oauth2.googleapis.com/token'
        ? { ...options, url: new URL('/token', server.url) }
        : options,
  });
  return client;
}

type Client = JWT | AwsClient | UserRefreshClient;
const read = (auth: Client) =>
  sheets({ version: 'v4', rootUrl: server.url, auth, retry: false }).spreadsheets.get({ spreadsheetId: 'book' });
const version = (auth: Client) =>
  drive({ version: 'v3', rootUrl: server.url, auth, retry: false }).files.get({ fileId: 'book' });

describe("a service account's key", () => {
  it('opens the doors of its scopes', async () => {
    const auth = account(privateKey, [SHEETS]);
    expect((await read(auth)).status).toBe(200);
    expect(await refusal(version(auth))).toMatchObject({
      code: 403,
      message: 'Request had insufficient authentication scopes.',
    });
    expect((await version(account(privateKey, [SHEETS, METADATA]))).status).toBe(200);
  });

  it('of another is refused, and so is a token that is too old or unknown', async () => {
    await expect(read(account(pair().privateKey, [SHEETS]))).rejects.toThrow(/invalid_grant: Invalid JWT Signature/);
    const auth = account(privateKey, [SHEETS]);
    const { access_token: token } = await auth.authorize();
    const ask = async () =>
      (await fetch(new URL('/v4/spreadsheets/book', server.url), { headers: { authorization: `Bearer ${token}` } }))
        .status;
    expect(await ask()).toBe(200);
    now += 3_601_000;
    expect(await ask()).toBe(401);
    now -= 3_601_000;
    // Who brings no token at all is told so as Google does: a 403 for reading, a 401 for writing.
    expect((await fetch(new URL('/v4/spreadsheets/book', server.url))).status).toBe(403);
    expect((await fetch(new URL('/v4/spreadsheets', server.url), { method: 'POST' })).status).toBe(401);
  });

  it('is asked for the right audience, form and scope', async () => {
    const grant = async (claims: object, alg = 'RS256') => {
      const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
      const body = new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: `${part({ alg })}.${part(claims)}.c2ln`,
      });
      return (await (await fetch(new URL('/token', server.url), { method: 'POST', body })).json()) as unknown;
    };
    const seconds = Math.floor(now / 1000);
    const good = {
      iss: 'other@example.com',
      aud: 'https://oauth2.googleapis.com/token',
      scope: SHEETS,
      iat: seconds,
      exp: seconds + 3600,
    };
    expect(await grant(good)).toMatchObject({ token_type: 'Bearer', expires_in: 3599 });
    expect(await grant({ ...good, aud: new URL('/token', server.url).href })).toMatchObject({ token_type: 'Bearer' });
    expect(await grant({ ...good, aud: 'https://example.com' })).toMatchObject({ error: 'invalid_grant' });
    expect(await grant({ ...good, exp: seconds + 7200 })).toMatchObject({ error: 'invalid_grant' });
    expect(await grant({ ...good, scope: '' })).toMatchObject({ error: 'invalid_scope' });
    expect(await grant(good, 'none')).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('federation with an AWS role', () => {
  const audience = '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/pool/providers/aws';
  const role = () =>
    new AwsClient({
      type: 'external_account',
      audience,
      subject_token_type: 'urn:ietf:params:aws:token-type:aws4_request',
      token_url: new URL('/v1/token', server.url).href,
      service_account_impersonation_url: new URL(
        `/v1/projects/-/serviceAccounts/${email}:generateAccessToken`,
        server.url,
      ).href,
      credential_source: {
        environment_id: 'aws1',
        regional_cred_verification_url:
          'https://sts.{region}.amazonaws.com?Action=GetCallerIdentity&Version=2011-06-15',
      },
      scopes: [SHEETS],
    });

  beforeAll(() => {
    process.env.AWS_REGION = 'eu-west-1';
    process.env.AWS_ACCESS_KEY_ID = 'AKIDEXAMPLE';
    process.env.AWS_SECRET_ACCESS_KEY = 'secret';
  });

  it('exchanges the signed request and acts as the service account', async () => {
    expect((await read(role())).status).toBe(200);
  });

  it('refuses a request that nobody signed', async () => {
    const body = new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      audience,
      scope: 'https://www.googleapis.com/auth/cloud-platform',
      requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      subject_token_type: 'urn:ietf:params:aws:token-type:aws4_request',
      subject_token: encodeURIComponent(
        JSON.stringify({
          url: 'https://sts.eu-west-1.amazonaws.com?Action=GetCallerIdentity',
          method: 'POST',
          headers: [],
        }),
      ),
    });
    const answer = await fetch(new URL('/v1/token', server.url), { method: 'POST', body });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: 'invalid_grant' });
  });

  it('refuses to act as a service account for a stranger', async () => {
    const url = new URL(`/v1/projects/-/serviceAccounts/${email}:generateAccessToken`, server.url);
    expect((await fetch(url, { method: 'POST', body: '{"scope":["x"]}' })).status).toBe(401);
  });
});

it("takes a person's refresh token", async () => {
  const auth = new UserRefreshClient({
    clientId: 'id',
    clientSecret: 'secret',
    refreshToken: 'refresh',
    endpoints: { oauth2TokenUrl: new URL('/token', server.url).href },
  });
  expect((await read(auth)).status).toBe(200);
});
