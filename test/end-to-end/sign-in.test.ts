import { generateKeyPairSync } from 'node:crypto';
import type { Context, SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ENV } from '../../lambdas/contract.ts';
import { handler as ingestHandler } from '../../lambdas/ingest/handler.ts';
import { handler as reportHandler } from '../../lambdas/report/handler.ts';
import { handler as rollupHandler } from '../../lambdas/rollup/handler.ts';
import { type SheetsServer, startSheetsServer } from '../../local/sheets-server/start.ts';
import { smallSample, type TestService, testService, WORKBOOK } from '../support/e2e-service.ts';
import { healthText } from '../support/e2e-tabs.ts';
import { type ScriptedServer, startScriptedServer } from '../support/sheets-scripted-server.ts';

const ACCOUNT = 'reports@example.iam.gserviceaccount.com';
const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

let service: TestService;
let google: SheetsServer;
let secrets: ScriptedServer;
let printed = '';
beforeEach(async () => {
  service = await testService();
  google = await startSheetsServer({ signIn: true, keys: { [ACCOUNT]: publicKey } });
  google.addWorkbook({ ...smallSample(1), id: WORKBOOK });
  secrets = await startScriptedServer({
    status: 200,
    body: { SecretString: JSON.stringify({ client_email: ACCOUNT, private_key: privateKey }) },
  });
  const env = {
    ...service.env,
    [ENV.sheetsToken]: '',
    [ENV.sheetsRootUrl]: google.url,
    [ENV.googleAuthUrl]: google.url,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.rootUrl,
  };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await Promise.all([service.close(), google.close(), secrets.close()]);
});

const AUTHORITIES: readonly (readonly [string, Record<string, string>])[] = [
  [
    'federation',
    { [ENV.googleAudience]: '//iam.googleapis.com/projects/7/locations/global/workloadIdentityPools/a/providers/b' },
  ],
  ['a stored key', { [ENV.googleKeySecret]: 'leadsheet/google-key' }],
];
test.each(AUTHORITIES)('the functions sign in by %s as the account of the message', async (_, settings) => {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const hint = { Records: [{ body: JSON.stringify({ workbook: WORKBOOK, account: ACCOUNT }) }] } as SQSEvent; // all that is asked of it
  const context = { getRemainingTimeInMillis: () => 60_000 } as Context; // likewise
  await ingestHandler(hint, context);
  await rollupHandler(hint, context);
  await reportHandler(hint, context);
  expect(healthText(google)).toContain('As of ');
  expect(printed).not.toMatch(/PRIVATE KEY|ya29/);
});
