import { expect, test } from 'vitest';
import { ENV } from '../../lambdas/contract.ts';
import { AUDIENCE, FUNCTIONS, KEY_SECRET, SERVICE_ACCOUNT, SYNC, WORKBOOK } from './example.ts';
import { synthesize } from './synthesize.ts';
import { functionOf, properties } from './template.ts';

const { pipeline } = synthesize();
const everything = synthesize({
  ...SYNC,
  googleAudience: undefined,
  googleKeySecret: KEY_SECRET,
  tracing: true,
}).pipeline;
const ALL = [...FUNCTIONS, 'sync-now'] as const;

test.each(ALL)('%s runs on arm64 and Node 24, within sensible bounds', (name) => {
  const found = functionOf(everything, name);
  expect(found).toMatchObject({ Architectures: ['arm64'], Runtime: 'nodejs24.x', Handler: 'index.handler' });
  const sizes = { dispatch: 512, ingest: 1024, rollup: 1024, report: 512, sweep: 1024, 'sync-now': 512 };
  const seconds = { dispatch: 60, ingest: 300, rollup: 120, report: 180, sweep: 900, 'sync-now': 15 };
  expect({ MemorySize: found.MemorySize, Timeout: found.Timeout }).toEqual({
    MemorySize: sizes[name],
    Timeout: seconds[name],
  });
  // A share of the account's concurrency only for what the public can call.
  expect(found.ReservedConcurrentExecutions).toBe(name === 'sync-now' ? 5 : undefined);
});

test('every function has a role and a log group of its own; sync-now is there only when it is asked for', () => {
  for (const [template, names] of [
    [pipeline, FUNCTIONS],
    [everything, ALL],
  ] as const) {
    const found = names.map((name) => functionOf(template, name));
    expect(Object.keys(properties(template, 'AWS::Lambda::Function'))).toHaveLength(names.length);
    expect(new Set(found.map((one) => one.Role['Fn::GetAtt'][0])).size).toBe(names.length);
    expect(new Set(found.map((one) => one.LoggingConfig.LogGroup.Ref)).size).toBe(names.length);
  }
  pipeline.resourceCountIs('AWS::Lambda::Url', 0);
  everything.resourceCountIs('AWS::Lambda::Url', 1);
});

test.each(ALL)('the log of %s is kept for 30 days', (name) => {
  const { LogGroup } = functionOf(everything, name).LoggingConfig;
  expect(properties(everything, 'AWS::Logs::LogGroup')[LogGroup.Ref]).toEqual({ RetentionInDays: 30 });
});

const namesOf = (template: typeof pipeline, name: string): string[] =>
  Object.keys(functionOf(template, name).Environment.Variables).sort();
const { table, seedWorkbooks, serviceAccounts, googleAudience, googleKeySecret } = ENV;

test.each([
  ['dispatch', [table, ENV.ingestQueue, seedWorkbooks, serviceAccounts, googleAudience]],
  ['ingest', [table, ENV.rollupQueue, serviceAccounts, googleAudience, 'NODE_OPTIONS']],
  ['rollup', [table, ENV.reportQueue]],
  ['report', [table, serviceAccounts, googleAudience]],
  ['sweep', [table]],
])('%s gets these names of the contract and no other', (name, names) => {
  expect(namesOf(pipeline, name)).toEqual([...names].sort());
});

test('a key secret takes the place of the provider; sync-now gets whom to let in, and nothing of Google', () => {
  expect(namesOf(everything, 'ingest')).toEqual(
    [table, ENV.rollupQueue, serviceAccounts, googleKeySecret, 'NODE_OPTIONS'].sort(),
  );
  expect(namesOf(everything, 'sync-now')).toEqual([table, ENV.ingestQueue, ENV.syncAudiences, ENV.syncAllowed].sort());
});

test('the heap of ingest leaves a quarter of the memory of its function to the bytes of a sheet, and to Node', () => {
  const { MemorySize, Environment } = functionOf(pipeline, 'ingest');
  const heap = /--max-old-space-size=(\d+)/.exec(String(Environment.Variables.NODE_OPTIONS))?.[1];
  expect(Number(heap)).toBe((MemorySize * 3) / 4);
});

test('values come from the settings, lists with commas', () => {
  const second = 'second@example-project.iam.gserviceaccount.com';
  const given = synthesize({ serviceAccounts: [SERVICE_ACCOUNT, second], ...SYNC }).pipeline;
  expect(functionOf(given, 'dispatch').Environment.Variables).toMatchObject({
    [serviceAccounts]: `${SERVICE_ACCOUNT},${second}`,
    [googleAudience]: AUDIENCE,
    [seedWorkbooks]: WORKBOOK,
  });
  expect(functionOf(given, 'sync-now').Environment.Variables).toMatchObject({
    [ENV.syncAllowed]: '@example.com,boss@example.org',
  });
});

test('without settings the stack stands: its roles are known before Google is told whom to trust', () => {
  const bare = synthesize({ workbook: [], serviceAccounts: [], googleAudience: undefined }).pipeline;
  expect(namesOf(bare, 'dispatch')).toEqual([ENV.ingestQueue, table].sort());
});
