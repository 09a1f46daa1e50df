import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ENV } from '../../lambdas/contract.ts';
import { compose } from '../../lambdas/runtime/compose.ts';
import { type SheetsServer, startSheetsServer } from '../../local/sheets-server/start.ts';
import { type Answer, type ScriptedServer, startScriptedServer } from '../support/sheets-scripted-server.ts';

const pair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
const [mine, others] = [pair(), pair()];
const MINE = 'reports@example.iam.gserviceaccount.com';
const OTHER = 'second@example.iam.gserviceaccount.com';
const keyFile = (client_email: string, private_key: string) => ({ type: 'service_account', client_email, private_key });

let server: SheetsServer;
let secrets: ScriptedServer;
let secret = 0;
beforeEach(async () => {
  server = await startSheetsServer({ signIn: true, keys: { [MINE]: mine.publicKey, [OTHER]: others.publicKey } });
  server.addWorkbook({ id: 'book', title: 'Sales', locale: 'en_GB', timeZone: 'Europe/London', tabs: [] });
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  secret += 1;
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all([server.close(), secrets.close()]);
});

/** A Secrets Manager that gives these answers in turn, and the last one for ever. */
async function holding(...answers: readonly (object | string | Answer)[]): Promise<void> {
  secrets = await startScriptedServer(
    ...answers.map((answer): Answer => {
      if (typeof answer === 'object' && 'status' in answer) return answer;
      return { status: 200, body: { SecretString: typeof answer === 'string' ? answer : JSON.stringify(answer) } };
    }),
  );
  vi.stubEnv('AWS_ENDPOINT_URL_SECRETS_MANAGER', secrets.rootUrl);
}

const title = (account?: string, accounts = MINE) =>
  compose(
    {
      [ENV.table]: 'leadsheet',
      [ENV.sheetsRootUrl]: server.url,
      [ENV.googleAuthUrl]: server.url,
      [ENV.googleKeySecret]: `leadsheet/key-${secret}`,
      [ENV.serviceAccounts]: accounts,
    },
    { account },
  )
    .sheets.describe('book')
    .then(
      (description) => description.title,
      (error: Error) => error.message,
    );

describe("a service account's key in Secrets Manager", () => {
  test('opens the sheet, and is read once while the function is warm', async () => {
    await holding(keyFile(MINE, mine.privateKey));
    expect([await title(), await title()]).toEqual(['Sales', 'Sales']);
    expect(secrets.requests.map(({ headers }) => headers['x-amz-target'])).toEqual(['secretsmanager.GetSecretValue']);
  });

  test('is chosen by the account, of several', async () => {
    await holding([keyFile(OTHER, others.privateKey), keyFile(MINE, mine.privateKey)]);
    expect([await title(), await title(OTHER)]).toEqual(['Sales', 'Sales']);
    expect(await title('third@example.iam.gserviceaccount.com')).toMatch(
      /has keys of second@example\S+, reports@example\S+\. Add the key of third@/,
    );
    expect(secrets.requests.length).toBe(1);
  });

  test('is the only one, when no account is named', async () => {
    await holding(keyFile(MINE, mine.privateKey));
    expect(await title(undefined, '')).toBe('Sales');
  });

  test('is read again after Google refused it, and the new one is taken', async () => {
    await holding(keyFile(MINE, others.privateKey), keyFile(MINE, mine.privateKey));
    expect(await title()).toBe('Sales');
    expect(secrets.requests.length).toBe(2);
  });
});

describe('a key that does not open says what to do, and never what it is', () => {
  const CAUSES: readonly (readonly [string, object | string | Answer, RegExp])[] = [
    ['refused', keyFile(MINE, others.privateKey), /Google does not take the key of reports@.*Invalid JWT Signature/],
    ['no private key', keyFile(MINE, 'top secret'), /Its private_key is not one.*keys list --iam-account reports@/],
    ['of nobody', { type: 'authorized_user', private_key: 'top secret' }, /is no key of a service account/],
    ['no JSON', '{"private_key": top secret', /is no key of a service account.*keys create/],
    ['empty', '', /has no text/],
    [
      'not there',
      { status: 400, body: { __type: 'ResourceNotFoundException', message: "can't find it" } },
      /could not be read \(ResourceNotFoundException.*Check its name and the region/,
    ],
    [
      'not allowed',
      { status: 400, body: { __type: 'AccessDeniedException', message: 'not authorized' } },
      /secretsmanager:GetSecretValue/,
    ],
  ];
  test.each(CAUSES)('%s', async (_, held, cure) => {
    await holding(held);
    const said = await title();
    expect(said).toMatch(cure);
    expect(said).toContain(`leadsheet/key-${secret}`);
    expect(said).not.toMatch(/PRIVATE KEY|top secret|AKIDEXAMPLE/);
  });
});
