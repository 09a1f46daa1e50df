import { expect, test } from 'vitest';
import { METRICS, PIPELINE_OUTPUTS } from '../../lambdas/contract.ts';
import { KEY_SECRET, SYNC } from './example.ts';
import { synthesize } from './synthesize.ts';
import { properties } from './template.ts';

const { pipeline } = synthesize();
const { serviceAccounts, googleAudience, googleKeySecret, syncNowUrl, ...always } = PIPELINE_OUTPUTS;
/** CDK adds outputs of its own for what stacks share. */
const keys = (template: typeof pipeline): string[] =>
  Object.keys(template.findOutputs('*'))
    .filter((key) => !key.startsWith('ExportsOutput'))
    .sort();

test('the stack tells what the owner’s commands ask for', () => {
  expect(keys(pipeline)).toEqual([...Object.values(always), serviceAccounts, googleAudience].sort());
});

test('what follows from a setting is told only with it', () => {
  const bare = { workbook: [], serviceAccounts: [], googleAudience: undefined };
  expect(keys(synthesize(bare).pipeline)).toEqual(Object.values(always).sort());
  const key = synthesize({ ...bare, ...SYNC, googleKeySecret: KEY_SECRET }).pipeline;
  expect(keys(key)).toEqual([...Object.values(always), googleKeySecret, syncNowUrl].sort());
});

test('the dashboard shows what the functions count, and what is paid for', () => {
  const [board] = Object.values(properties(pipeline, 'AWS::CloudWatch::Dashboard'));
  const text = JSON.stringify(board);
  for (const question of ['Is it working?', 'Is it fresh?', 'What does it cost?']) expect(text).toContain(question);
  for (const metric of Object.values(METRICS)) expect(text).toContain(metric);
  for (const metric of [
    'ConsumedReadCapacityUnits',
    'ConsumedWriteCapacityUnits',
    'Invocations',
    'Duration',
    'Errors',
  ]) {
    expect(text).toContain(metric);
  }
  for (const metric of ['ApproximateAgeOfOldestMessage', 'ApproximateNumberOfMessagesVisible', 'p50', 'p95']) {
    expect(text).toContain(metric);
  }
});
