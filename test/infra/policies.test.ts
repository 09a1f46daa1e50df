import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { TABLE_ACCESS } from '../../infra/table-access.ts';
import { TABLE_KEYS } from '../../lambdas/contract.ts';
import { claimKey, REGISTRY_PARTITION } from '../../lambdas/store/keys.ts';
import { FUNCTIONS, KEY_SECRET, SYNC } from './example.ts';
import { synthesize } from './synthesize.ts';
import { grantsOf, properties, statements } from './template.ts';

const { pipeline } = synthesize();
const everything = synthesize({ ...SYNC, googleAudience: undefined, googleKeySecret: KEY_SECRET }).pipeline;

const table = (...names: string[]): string[] => names.map((name) => `dynamodb:${name}Item on table`);
/** With the registry alone. */
const registry = (...names: string[]): string[] =>
  names.map((name) => `dynamodb:${name} on table/${REGISTRY_PARTITION}`);
const QUERY = 'dynamodb:Query on table';
const READ_WRITE = [...table('Get', 'BatchGet', 'Put', 'BatchWrite'), QUERY];
const log = (name: string): string[] =>
  ['logs:CreateLogStream', 'logs:PutLogEvents'].map((one) => `${one} on ${name}Log`);
const consumes = (queue: string): string[] =>
  ['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'GetQueueUrl', 'ReceiveMessage'].map(
    (name) => `sqs:${name} on ${queue}`,
  );
const sends = (queue: string): string => `sqs:SendMessage on ${queue}`;
/** What CDK gives a function for the destination of its failures. */
const failures = (queue: string): string[] =>
  ['GetQueueAttributes', 'GetQueueUrl', 'SendMessage'].map((name) => `sqs:${name} on ${queue}`);

const EXPECTED: Record<string, string[]> = {
  dispatch: [
    ...registry('GetItem', 'PutItem', 'Query', 'UpdateItem'),
    ...log('Dispatch'),
    sends('IngestQueue'),
    ...failures('DispatchDeadLetters'),
  ],
  ingest: [...READ_WRITE, ...log('Ingest'), ...consumes('IngestQueue'), sends('RollupQueue')],
  rollup: [...READ_WRITE, ...log('Rollup'), ...consumes('RollupQueue'), sends('ReportQueue')],
  report: [...READ_WRITE, ...registry('UpdateItem'), ...log('Report'), ...consumes('ReportQueue')],
  sweep: [...table('Get', 'BatchGet', 'Delete'), QUERY, ...log('Sweep'), ...failures('SweepDeadLetters')],
};

test.each(FUNCTIONS)('%s may do this and no more', (name) => {
  expect(grantsOf(pipeline, name)).toEqual([...(EXPECTED[name] ?? [])].sort());
});

test('with a key secret, those that act at Google may read that one secret, and nobody else', () => {
  const read = `secretsmanager:GetSecretValue on ${KEY_SECRET}`;
  for (const name of FUNCTIONS) {
    const more = ['dispatch', 'ingest', 'report'].includes(name) ? [read] : [];
    expect(grantsOf(everything, name)).toEqual([...(EXPECTED[name] ?? []), ...more].sort());
  }
});

test('sync-now may look at the registry, claim, and send', () => {
  const partition = claimKey('a')[TABLE_KEYS.partition];
  const claims = ['GetItem', 'PutItem'].map((name) => `dynamodb:${name} on table/${partition}`);
  const grants = [...registry('GetItem'), ...claims, ...log('SyncNow'), sends('IngestQueue')];
  expect(grantsOf(everything, 'sync-now')).toEqual(grants.sort());
});

test('the grants cover what the store asks of the table, and nobody may do what it never asks', () => {
  const folder = new URL('../../lambdas/store/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const code = files.map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n');
  const asked = [...code.matchAll(/new (\w+)Command\(/g)].map(([, name]) =>
    /^(Get|Put|Update|Delete|BatchGet|BatchWrite)$/.test(String(name)) ? `${name}Item` : String(name),
  );
  const granted = new Set(Object.values(TABLE_ACCESS).flatMap((grants) => grants.flatMap(({ actions }) => actions)));
  expect([...granted].sort()).toEqual([...new Set(asked)].map((name) => `dynamodb:${name}`).sort());
});

test('the clock may start its one function, and only the scheduler of this account may be the clock', () => {
  for (const name of ['Dispatch', 'Sweep']) {
    const [id, role] = Object.entries(properties(pipeline, 'AWS::IAM::Role')).find(([one]) =>
      one.startsWith(`${name}ScheduleRole`),
    ) ?? ['', undefined];
    expect(statements(pipeline, id)).toEqual([
      {
        Effect: 'Allow',
        Action: ['lambda:InvokeFunction'],
        Resource: [{ 'Fn::GetAtt': [expect.stringMatching(new RegExp(`^${name}Function`)), 'Arn'] }],
      },
    ]);
    expect(role).toMatchObject({
      AssumeRolePolicyDocument: {
        Statement: [{ Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } } }],
      },
    });
  }
});

test.each([
  ['as set up', pipeline],
  ['with everything', everything],
])('no policy has a wildcard for its resource or its actions, and no role a managed policy: %s', (_, template) => {
  const all = statements(template);
  expect(all.length).toBeGreaterThan(6);
  for (const { Effect, Action, Resource } of all) {
    expect(Effect).toBe('Allow');
    expect(JSON.stringify(Resource)).not.toContain('*');
    expect(Action.filter((action) => String(action).includes('*'))).toEqual([]);
  }
  for (const role of Object.values(properties(template, 'AWS::IAM::Role'))) {
    expect(Object.keys(Object(role))).toEqual(['AssumeRolePolicyDocument']);
  }
});
