import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ENV } from '../../lambdas/contract.ts';
import { SERVICE_ACCOUNT, STAGES } from './example.ts';
import { synthesize } from './synthesize.ts';
import { actionsOf, functionOf, properties, statements } from './template.ts';

const { pipeline } = synthesize();

test.each(STAGES)('%s runs an ES module on arm64 and Node 24, within sensible bounds', (stage) => {
  const found = functionOf(pipeline, stage);
  expect(found).toMatchObject({ Architectures: ['arm64'], Runtime: 'nodejs24.x', Handler: 'index.handler' });
  expect(found.MemorySize).toBe({ ingest: 1024, rollup: 1024, report: 512 }[stage]);
  expect(found.Timeout).toBe({ ingest: 300, rollup: 120, report: 180 }[stage]);
  expect(found.ReservedConcurrentExecutions).toBeUndefined();
});

test('there are three functions, each with a role and a log group of its own', () => {
  const found = STAGES.map((stage) => functionOf(pipeline, stage));
  expect(Object.keys(properties(pipeline, 'AWS::Lambda::Function'))).toHaveLength(3);
  expect(new Set(found.map((one) => one.Role['Fn::GetAtt'][0])).size).toBe(3);
  expect(new Set(found.map((one) => one.LoggingConfig.LogGroup.Ref)).size).toBe(3);
});

test.each(STAGES)('the log of %s is kept for 30 days', (stage) => {
  const { LogGroup } = functionOf(pipeline, stage).LoggingConfig;
  expect(properties(pipeline, 'AWS::Logs::LogGroup')[LogGroup.Ref]).toEqual({ RetentionInDays: 30 });
});

test.each([
  ['ingest', [ENV.rollupQueue, ENV.serviceAccounts, ENV.table]],
  ['rollup', [ENV.reportQueue, ENV.table]],
  ['report', [ENV.serviceAccounts, ENV.table]],
])('%s gets these names of the contract and no other', (stage, names) => {
  const { Variables } = functionOf(pipeline, stage).Environment;
  expect(Object.keys(Variables).sort()).toEqual(names);
});

test('the service account comes from the settings', () => {
  expect(functionOf(pipeline, 'ingest').Environment.Variables[ENV.serviceAccounts]).toBe(SERVICE_ACCOUNT);
});

const TABLE = ['BatchGetItem', 'BatchWriteItem', 'GetItem', 'PutItem', 'Query'].map((name) => `dynamodb:${name}`);
const LOG = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const RECEIVE = ['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'GetQueueUrl', 'ReceiveMessage'];
const CONSUME = RECEIVE.map((name) => `sqs:${name}`);

test('rollup may use its table, its queues, its log: no secret, no Google, no assumed role', () => {
  expect(actionsOf(pipeline, 'rollup')).toEqual([...TABLE, ...LOG, ...CONSUME, 'sqs:SendMessage'].sort());
});

test('report may use its table, its queue, its log', () => {
  expect(actionsOf(pipeline, 'report')).toEqual([...TABLE, ...LOG, ...CONSUME].sort());
});

test('ingest may use its table, its log, and send; it consumes no queue', () => {
  const sends = ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage', 'sqs:SendMessage'];
  expect(actionsOf(pipeline, 'ingest')).toEqual([...TABLE, ...LOG, ...sends].sort());
});

test('the grants cover what the store asks of the table, the delete of the sweep excepted', () => {
  const folder = new URL('../../lambdas/store/', import.meta.url);
  const code = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
  const commands = [...code.join('\n').matchAll(/new (\w+)Command\(/g)].map(([, name]) => String(name));
  const actions = new Set(
    commands.map((name) => (/^(Get|Put|Update|Delete|BatchGet|BatchWrite)$/.test(name) ? `${name}Item` : name)),
  );
  actions.delete('DeleteItem');
  expect([...actions].map((name) => `dynamodb:${name}`).sort()).toEqual(TABLE);
});

test('no policy has a wildcard for its resource or its actions, and no role has a managed policy', () => {
  const all = statements(pipeline);
  expect(all.length).toBeGreaterThan(6);
  for (const { Effect, Action, Resource } of all) {
    expect(Effect).toBe('Allow');
    expect(Resource).not.toContain('*');
    expect(Action.filter((action) => String(action).includes('*'))).toEqual([]);
  }
  for (const role of Object.values(properties(pipeline, 'AWS::IAM::Role'))) {
    expect(Object.keys(Object(role))).toEqual(['AssumeRolePolicyDocument']);
  }
});
