import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ENV } from '../../lambdas/contract.ts';
import { compose, composeDrive } from '../../lambdas/runtime/compose.ts';
import { type SheetsServer, startSheetsServer } from '../../local/sheets-server/start.ts';
import { type Answer, googleError, startScriptedServer } from '../support/sheets-scripted-server.ts';

const AUDIENCE = '//iam.googleapis.com/projects/7/locations/global/workloadIdentityPools/aws/providers/leadsheet';
const ACCOUNT = 'reports@example.iam.gserviceaccount.com';
const AWS = { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret' };

let server: SheetsServer;
const closing: { close(): Promise<void> }[] = [];
beforeEach(async () => {
  server = await startSheetsServer({ signIn: true });
  closing.push(server);
  server.addWorkbook({ id: 'book', title: 'Sales', locale: 'en_GB', timeZone: 'Europe/London', tabs: [] });
});
afterEach(async () => {
  await Promise.all(closing.splice(0).map((open) => open.close()));
});

const env = (more: Record<string, string> = {}) => ({
  ...AWS,
  [ENV.table]: 'leadsheet',
  [ENV.sheetsRootUrl]: server.url,
  [ENV.googleAuthUrl]: server.url,
  [ENV.googleAudience]: AUDIENCE,
  [ENV.serviceAccounts]: ACCOUNT,
  ...more,
});

/** The title of the workbook, or what is said instead. */
const title = (environment: Record<string, string>, account?: string) =>
  compose(environment, { account })
    .sheets.describe('book')
    .then(
      (description) => description.title,
      (error: Error) => error.message,
    );

describe('federation', () => {
  test('exchanges the AWS role for a token of the service account', async () => {
    expect(await title(env())).toBe('Sales');
  });

  test('asks for a token once while the function is warm, and again when that token was refused', async () => {
    const tokens = await startScriptedServer(
      exchanged,
      { status: 200, body: { accessToken: 'one', expireTime: inAnHour() } },
      exchanged,
      { status: 200, body: { accessToken: 'two', expireTime: inAnHour() } },
    );
    const sheets = await startScriptedServer(
      { status: 200, body: { properties: { title: 'Sales' } } },
      { status: 200, body: { properties: { title: 'Sales' } } },
      googleError(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.'),
      { status: 200, body: { properties: { title: 'Sales' } } },
    );
    closing.push(tokens, sheets);
    const there = env({ [ENV.googleAuthUrl]: tokens.rootUrl, [ENV.sheetsRootUrl]: sheets.rootUrl });
    const titles = [await title(there), await title(there), await title(there), await title(there)];
    expect(titles).toEqual(['Sales', 'Sales', expect.stringContaining('UNAUTHENTICATED'), 'Sales']);
    expect(sheets.requests.map(({ headers }) => headers.authorization)).toEqual(
      ['one', 'one', 'one', 'two'].map((token) => `Bearer ${token}`),
    );
  });

  test('signs in anew for who wants to see whether it would still be let in, though the function is warm', async () => {
    const first = { status: 200, body: { accessToken: 'one', expireTime: inAnHour() } };
    const condition = oauth('unauthorized_client', 'The given credential is rejected by the attribute condition.');
    const tokens = await startScriptedServer(exchanged, first, condition);
    const sheets = await startScriptedServer({ status: 200, body: { startPageToken: '1', properties: {} } });
    closing.push(tokens, sheets);
    const there = env({ [ENV.googleAuthUrl]: tokens.rootUrl, [ENV.sheetsRootUrl]: sheets.rootUrl });
    expect(await composeDrive(there).startPageToken()).toBe('1');
    await expect(composeDrive(there, { signInAnew: true }).startPageToken()).rejects.toThrow(/names other AWS roles/);
    expect(await composeDrive(there).startPageToken()).toBe('1');
  });

  test('acts as the account of the message, for the scopes of Sheets and of changes in Drive', async () => {
    const tokens = await startScriptedServer(exchanged, {
      status: 200,
      body: { accessToken: 'ya29', expireTime: inAnHour() },
    });
    closing.push(tokens);
    await title(env({ [ENV.googleAuthUrl]: tokens.rootUrl }), 'other@example.iam.gserviceaccount.com');
    expect(tokens.requests.map(({ url }) => decodeURIComponent(url.pathname))).toEqual([
      '/v1/token',
      '/v1/projects/-/serviceAccounts/other@example.iam.gserviceaccount.com:generateAccessToken',
    ]);
    expect(tokens.requests[1]?.body).toMatchObject({
      scope: [
        'https://www.googleapis.com/auth/spreadsheets',
        'https://www.googleapis.com/auth/drive.metadata.readonly',
      ],
    });
  });
});

const exchanged: Answer = {
  status: 200,
  body: {
    access_token: 'federated',
    issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    token_type: 'Bearer',
    expires_in: 3600,
  },
};
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();
const oauth = (error: string, description: string): Answer => ({
  status: 400,
  body: { error, error_description: description },
});

describe('a refusal says what to do', () => {
  const CAUSES: readonly (readonly [string, readonly Answer[], RegExp])[] = [
    [
      'by the condition',
      [oauth('unauthorized_client', 'The given credential is rejected by the attribute condition.')],
      /names other AWS roles than this one/,
    ],
    [
      'of a provider that is not there',
      [oauth('invalid_target', 'The target service indicated by the "audience" parameters is invalid.')],
      /names no provider that is there.*providers describe/,
    ],
    [
      'of a subject that is too long',
      [oauth('invalid_grant', 'The size of mapped attribute google.subject exceeds the 127 bytes limit.')],
      /Map google.subject to the name of the role alone/,
    ],
    [
      'of the signature',
      [oauth('invalid_grant', 'Received invalid AWS response of type ExpiredToken.')],
      /Check the clock, and that the AWS credentials are still good/,
    ],
    [
      'to act as the account',
      [exchanged, googleError(403, 'PERMISSION_DENIED', "Permission 'iam.serviceAccounts.getAccessToken' denied.")],
      /may not act as reports@example.*roles\/iam.workloadIdentityUser/,
    ],
    [
      'of an account that is not there',
      [exchanged, googleError(404, 'NOT_FOUND', 'Not found; Gaia id not found for email.')],
      /There is no service account reports@example/,
    ],
    [
      'of an API that is off',
      [exchanged, googleError(403, 'PERMISSION_DENIED', 'The API has not been used in project 7.', 'SERVICE_DISABLED')],
      /gcloud services enable iamcredentials.googleapis.com/,
    ],
  ];
  test.each(CAUSES)('%s', async (_, answers, cure) => {
    const tokens = await startScriptedServer(...answers);
    closing.push(tokens);
    const said = await title(env({ [ENV.googleAuthUrl]: tokens.rootUrl }));
    expect(said).toMatch(cure);
    expect(said).toMatch(answers.length === 1 ? AUDIENCE : ACCOUNT);
    expect(said).not.toMatch(/AKIDEXAMPLE|secret|federated|Check that the service account still exists/);
  });

  test('without AWS credentials, region or account nothing is sent', async () => {
    expect(await title(env({ AWS_ACCESS_KEY_ID: '' }))).toMatch(/no AWS credentials in the environment.*export-cred/);
    expect(await title(env({ AWS_REGION: '' }))).toMatch(/Set AWS_REGION/);
    expect(await title(env({ [ENV.serviceAccounts]: '' }))).toMatch(/not said which Google service account/);
    expect(server.calls).toEqual([]);
  });

  test('a role that is signed for another audience', async () => {
    expect(await title(env({ [ENV.googleAudience]: '//iam.googleapis.com/projects/7' }))).toMatch(
      /did not let.*invalid/,
    );
  });
});
