import { readFileSync } from 'node:fs';
import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { METRICS } from '../../lambdas/contract.ts';
import { monthlyUsage } from '../../local/cost/monthly-usage.ts';
import { FUNCTIONS, STAGES, SYNC, TASKS } from './example.ts';
import { synthesize } from './synthesize.ts';
import { properties } from './template.ts';

const { pipeline } = synthesize(SYNC);

const alarm = z.looseObject({
  AlarmName: z.string(),
  AlarmDescription: z.string(),
  AlarmActions: z.array(z.unknown()),
  OKActions: z.array(z.unknown()),
  TreatMissingData: z.string(),
});
const alarms = new Map(
  Object.values(properties(pipeline, 'AWS::CloudWatch::Alarm')).map((found) => {
    const parsed = alarm.parse(found);
    return [parsed.AlarmName.replace('Pipeline-', ''), parsed];
  }),
);

const periods = z.looseObject({ Period: z.number(), EvaluationPeriods: z.number(), DatapointsToAlarm: z.number() });
const queue = z.looseObject({
  VisibilityTimeout: z.number(),
  RedrivePolicy: z.looseObject({ maxReceiveCount: z.number() }),
});
const queueBefore = (name: string): z.infer<typeof queue> => {
  const begin = new RegExp(`^${name}Queue[0-9A-F]{8}$`, 'i');
  return queue.parse(Object.entries(properties(pipeline, 'AWS::SQS::Queue')).find(([id]) => begin.test(id))?.[1]);
};

test('there is an alarm for all that can go wrong', () => {
  const ofFunctions = [...FUNCTIONS, 'sync-now'].flatMap((name) => [`${name}-errors`, `${name}-throttles`]);
  const ofQueues = [
    ...STAGES.map((name) => `${name}-queue-age`),
    ...[...STAGES, ...TASKS].map((name) => `${name}-dead-letters`),
  ];
  const ofService = [
    'freshness',
    'ticks',
    'rejected-share',
    'stopped',
    'table-read-throttles',
    'table-write-throttles',
  ];
  expect([...alarms.keys()].sort()).toEqual([...ofFunctions, ...ofQueues, ...ofService].sort());
});

test('the cost table counts as many alarms, metrics and keys as there are without sync-now', () => {
  const usage = monthlyUsage({ workbooks: 1, rows: 1, changesADay: 1, serviceAccounts: 1 });
  const plain = synthesize().pipeline;
  plain.resourceCountIs('AWS::CloudWatch::Alarm', usage.alarms);
  plain.resourceCountIs('AWS::KMS::Key', usage.keys);
  expect(Object.keys(METRICS).filter((name) => name !== 'namespace')).toHaveLength(usage.metrics);
});

test('docs/alarms.md has a heading for each, and none for others', () => {
  const text = readFileSync(new URL('../../docs/alarms.md', import.meta.url), 'utf8');
  const headings = [...text.matchAll(/^### (.+)$/gm)].flatMap(([, heading]) => String(heading).split(', '));
  expect(headings.sort()).toEqual([...alarms.keys()].sort());
});

test.each([...alarms])('%s is told to the topic, also when it is over, in words that say what to do', (name, found) => {
  const topic = [{ Ref: expect.stringMatching(/^AlarmsTopic/) }];
  expect(found.AlarmActions).toEqual(topic);
  expect(found.OKActions).toEqual(topic);
  expect(found.AlarmDescription).toMatch(new RegExp(`^[A-Z].*\\. What to do: docs/alarms\\.md, "${name}"\\.$`));
});

test('freshness rings when one edit in twenty takes more than 15 minutes; no edit is no news', () => {
  expect(alarms.get('freshness')).toMatchObject({
    Namespace: METRICS.namespace,
    MetricName: METRICS.freshness,
    ExtendedStatistic: 'p95',
    Threshold: 900_000,
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    TreatMissingData: 'notBreaching',
  });
});

test('ticks that do not come ring, and they alone: silence elsewhere is good news', () => {
  expect(alarms.get('ticks')).toMatchObject({
    MetricName: METRICS.ticks,
    ComparisonOperator: 'LessThanThreshold',
    Threshold: 1,
  });
  const breaching = [...alarms].filter(([, { TreatMissingData }]) => TreatMissingData !== 'notBreaching');
  expect(breaching.map(([name, { TreatMissingData }]) => [name, TreatMissingData])).toEqual([['ticks', 'breaching']]);
});

test.each([...STAGES, 'sweep'])('one dead letter of %s is enough', (name) => {
  expect(alarms.get(`${name}-dead-letters`)).toMatchObject({
    MetricName: 'ApproximateNumberOfMessagesVisible',
    Threshold: 1,
    EvaluationPeriods: 1,
  });
});

test('a tick that failed is made good by the next one: ten in the hour that they are kept ring', () => {
  expect(alarms.get('dispatch-dead-letters')).toMatchObject({ Threshold: 10, EvaluationPeriods: 1 });
});

test.each(STAGES)('one workbook that fails again and again rings %s-errors before it is given up', (name) => {
  const { VisibilityTimeout: again, RedrivePolicy: policy } = queueBefore(name);
  // In which period each try fails, when the first does so at once.
  const failures = Array.from({ length: policy.maxReceiveCount }, (_, tries) => Math.floor((tries * again) / 300));
  const found = periods.parse(alarms.get(`${name}-errors`));
  expect(found.Period).toBe(300);
  const within = failures.map(
    (from) => new Set(failures.filter((at) => at >= from && at < from + found.EvaluationPeriods)).size,
  );
  expect(Math.max(...within)).toBeGreaterThanOrEqual(found.DatapointsToAlarm);
  expect(found.DatapointsToAlarm).toBeGreaterThan(1);
});

test('the topic is encrypted by a key that rotates, refuses plain text, and lets the alarms of the account in', () => {
  pipeline.hasResourceProperties('AWS::SNS::Topic', { KmsMasterKeyId: Match.anyValue() });
  pipeline.hasResourceProperties('AWS::SNS::TopicPolicy', {
    PolicyDocument: Match.objectLike({
      Statement: Match.arrayWith([
        Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        Match.objectLike({
          Effect: 'Allow',
          Action: 'sns:Publish',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Condition: { ArnLike: { 'aws:SourceArn': Match.anyValue() } },
        }),
      ]),
    }),
  });
  pipeline.hasResourceProperties('AWS::KMS::Key', {
    EnableKeyRotation: true,
    KeyPolicy: Match.objectLike({
      Statement: Match.arrayWith([
        Match.objectLike({
          Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
          Principal: { Service: 'cloudwatch.amazonaws.com' },
        }),
      ]),
    }),
  });
});

test('an e-mail of the settings is told; without one, whoever subscribes', () => {
  pipeline.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'owner@example.com' });
  synthesize({ alarmEmail: undefined }).pipeline.resourceCountIs('AWS::SNS::Subscription', 0);
});
