import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ENV, PIPELINE_OUTPUTS } from '../../../lambdas/contract.ts';
import { doctor } from '../../../local/commands/doctor.ts';
import { type OwnersAws, startOwnersAws } from '../../support/owners-aws.ts';
import { startScriptedServer } from '../../support/sheets-scripted-server.ts';

let aws: OwnersAws;
let printed: string;
let google: Awaited<ReturnType<typeof startScriptedServer>>;

beforeEach(async () => {
  aws = await startOwnersAws();
  google = await startScriptedServer({ status: 200, body: { properties: { title: 'Sales' } } });
  for (const name of Object.values(ENV)) vi.stubEnv(name, '');
  vi.stubEnv('AWS_ENDPOINT_URL', aws.url);
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  vi.stubEnv(ENV.sheetsRootUrl, google.rootUrl);
  vi.stubEnv(ENV.sheetsToken, 'token');
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await Promise.all([google.close(), aws.close()]);
});

async function findings(spreadsheet?: string): Promise<Map<string, { status: string; said: string; cure?: string }>> {
  printed = '';
  await doctor(spreadsheet, { json: true });
  const { findings: found } = JSON.parse(printed) as { findings: { name: string; status: string; said: string }[] };
  return new Map(found.map((finding) => [finding.name, finding]));
}

test('finds the deployment by its stack: who asks, table and queues', async () => {
  const found = await findings();
  expect(found.get('AWS credentials')).toMatchObject({ status: 'ok', said: 'arn:aws:iam::123456789012:user/owner' });
  expect(found.get('Table')).toMatchObject({ status: 'ok', said: 'State-Table1' });
  expect(found.get('Queues')).toMatchObject({ status: 'ok', said: '2 queues, all empty' });
  expect(found.get('Functions at Google')).toMatchObject({ status: 'skipped' });
  expect(found.get('Spreadsheet')).toMatchObject({ status: 'skipped' });
});

test('dead letters, waiting work and a spreadsheet that nobody registered', async () => {
  aws.waiting = { ingest: 3 };
  expect((await findings()).get('Queues')).toMatchObject({
    status: 'failed',
    said: 'Work is waiting (ingest: 3 messages).',
  });
  aws.waiting = { 'ingest-dead': 1, ingest: 3 };
  const found = await findings('some-sheet');
  expect(found.get('Queues')).toMatchObject({
    said: 'Work has failed for good (ingest dead letters: 1 message).',
    cure: expect.stringContaining('leadsheet redrive'),
  });
  expect(found.get('Registered')).toMatchObject({ status: 'failed', cure: 'Run: leadsheet register some-sheet' });
});

test('has the deployed function look for itself, and counts what it tells', async () => {
  const asked: string[] = [];
  aws.outputs = { ...aws.outputs, [PIPELINE_OUTPUTS.googleAudience]: '//iam.googleapis.com/projects/7' };
  aws.invoked = (name, event) => {
    asked.push(`${name} ${event}`);
    const refused = { kind: 'credentials', message: 'The AWS role may not act as a@b.' };
    return { status: 200, body: JSON.stringify({ accounts: [{ account: 'a@b', refused }] }) };
  };
  expect(await doctor(undefined, {})).toBe(1);
  expect(asked).toEqual(['Pipeline-Dispatch1 {"look":true}']);
  expect(printed).toMatch(/✗ Functions at Google +As a@b: The AWS role may not act as a@b.\n +→ Run the grants/);
});

test('prints the commands of the Google side as long as the stack has no sign-in, filled in', async () => {
  expect(await doctor(undefined, {})).toBe(0);
  expect(printed).toContain('✓ AWS credentials');
  expect(printed).toContain('--account-id=123456789012');
  expect(printed).toContain("['Pipeline-DispatchRole-B2', 'Pipeline-IngestRole-A1', 'Pipeline-ReportRole-C3']");
  printed = '';
  aws.outputs = { ...aws.outputs, [PIPELINE_OUTPUTS.googleAudience]: '//iam.googleapis.com/projects/7' };
  await doctor(undefined, {});
  expect(printed).not.toContain('gcloud');
});

test('no credentials at all', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', '');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', '');
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  vi.stubEnv('HOME', '/nowhere');
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nowhere/credentials');
  vi.stubEnv('AWS_CONFIG_FILE', '/nowhere/config');
  const found = await findings();
  expect(found.get('AWS credentials')).toMatchObject({
    status: 'failed',
    said: 'There are no AWS credentials.',
    cure: expect.stringContaining('aws sso login'),
  });
  expect(found.get('Deployment')).toMatchObject({ status: 'skipped' });
});
