import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ENV, PIPELINE_OUTPUTS } from '../../../lambdas/contract.ts';
import { doctor } from '../../../local/commands/doctor.ts';
import { startScriptedServer } from '../../support/sheets-scripted-server.ts';

/** AWS for one account with the service in it, as far as the doctor asks. */
let aws: Server;
let waiting: Readonly<Record<string, number>>;
let outputs: Readonly<Record<string, string>>;
let printed: string;
let google: Awaited<ReturnType<typeof startScriptedServer>>;

beforeEach(async () => {
  aws = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { status, body } = answer(String(request.headers['x-amz-target'] ?? ''), Buffer.concat(chunks).toString());
    response.writeHead(status, { 'content-type': body.startsWith('<') ? 'text/xml' : 'application/x-amz-json-1.0' });
    response.end(body);
  });
  await new Promise<void>((resolve) => aws.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(aws.address() as AddressInfo).port}`; // a TCP server that listens has one
  google = await startScriptedServer({ status: 200, body: { properties: { title: 'Sales' } } });
  for (const name of Object.values(ENV)) vi.stubEnv(name, '');
  vi.stubEnv('AWS_ENDPOINT_URL', url);
  vi.stubEnv('AWS_REGION', 'eu-west-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  vi.stubEnv(ENV.sheetsRootUrl, google.rootUrl);
  vi.stubEnv(ENV.sheetsToken, 'token');
  waiting = {};
  outputs = {
    [PIPELINE_OUTPUTS.table]: 'State-Table1',
    [PIPELINE_OUTPUTS.ingestQueue]: `${url}/123456789012/ingest.fifo`,
    [PIPELINE_OUTPUTS.ingestDeadLetters]: `${url}/123456789012/ingest-dead.fifo`,
    [PIPELINE_OUTPUTS.ingestRole]: 'arn:aws:iam::123456789012:role/Pipeline-IngestRole-A1',
    [PIPELINE_OUTPUTS.dispatchRole]: 'arn:aws:iam::123456789012:role/service/Pipeline-DispatchRole-B2',
    [PIPELINE_OUTPUTS.reportRole]: 'arn:aws:iam::123456789012:role/Pipeline-ReportRole-C3',
    [PIPELINE_OUTPUTS.serviceAccounts]: 'reports@example.iam.gserviceaccount.com',
  };
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  aws.closeAllConnections();
  await Promise.all([google.close(), new Promise((resolve) => aws.close(resolve))]);
});

const TABLE = {
  TableStatus: 'ACTIVE',
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
  ],
};

function answer(target: string, body: string): { status: number; body: string } {
  const json = (value: object) => ({ status: 200, body: JSON.stringify(value) });
  if (body.includes('Action=GetCallerIdentity'))
    return xml('GetCallerIdentity', '<Arn>arn:aws:iam::123456789012:user/owner</Arn><Account>123456789012</Account>');
  if (body.includes('Action=DescribeStacks')) {
    const told = Object.entries(outputs).map(
      ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
    );
    const stack = `<StackName>S</StackName><StackStatus>CREATE_COMPLETE</StackStatus><CreationTime>2026-01-01T00:00:00Z</CreationTime>`;
    return xml('DescribeStacks', `<Stacks><member>${stack}<Outputs>${told.join('')}</Outputs></member></Stacks>`);
  }
  if (target.endsWith('DescribeTable')) return json({ Table: TABLE });
  if (target.endsWith('DescribeTimeToLive'))
    return json({ TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName: 'expires' } });
  if (target.endsWith('GetQueueAttributes')) {
    const [name, count] = Object.entries(waiting).find(([queue]) => body.includes(`/${queue}.fifo`)) ?? ['', 0];
    return json({ Attributes: { ApproximateNumberOfMessages: String(name === '' ? 0 : count) } });
  }
  return json({ Items: [], Count: 0, ScannedCount: 0 });
}

const xml = (action: string, result: string) => ({
  status: 200,
  body: `<${action}Response><${action}Result>${result}</${action}Result></${action}Response>`,
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
  expect(found.get('Spreadsheet')).toMatchObject({ status: 'skipped' });
});

test('dead letters, waiting work and a spreadsheet that nobody registered', async () => {
  waiting = { ingest: 3 };
  expect((await findings()).get('Queues')).toMatchObject({
    status: 'failed',
    said: 'Work is waiting (ingest: 3 messages).',
  });
  waiting = { 'ingest-dead': 1, ingest: 3 };
  const found = await findings('some-sheet');
  expect(found.get('Queues')).toMatchObject({
    said: 'Work has failed for good (ingest dead letters: 1 message).',
    cure: expect.stringContaining('leadsheet redrive'),
  });
  expect(found.get('Registered')).toMatchObject({ status: 'failed', cure: 'Run: leadsheet register some-sheet' });
});

test('prints the commands of the Google side as long as the stack has no sign-in, filled in', async () => {
  expect(await doctor(undefined, {})).toBe(0);
  expect(printed).toContain('✓ AWS credentials');
  expect(printed).toContain('--account-id=123456789012');
  expect(printed).toContain("['Pipeline-DispatchRole-B2', 'Pipeline-IngestRole-A1', 'Pipeline-ReportRole-C3']");
  printed = '';
  outputs = { ...outputs, [PIPELINE_OUTPUTS.googleAudience]: '//iam.googleapis.com/projects/7' };
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
