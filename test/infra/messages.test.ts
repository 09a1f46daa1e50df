import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { STAGES, TASKS } from './example.ts';
import { synthesize } from './synthesize.ts';
import { functionOf, properties } from './template.ts';

const { pipeline } = synthesize();

test.each([
  ['dispatch', 'rate(1 minute)', 60],
  ['sweep', 'cron(0 3 ? * SUN *)', 6 * 3600],
])('the clock starts %s: %s', (name, expression, seconds) => {
  const { id } = functionOf(pipeline, name);
  pipeline.hasResourceProperties('AWS::Scheduler::Schedule', {
    ScheduleExpression: expression,
    State: 'ENABLED',
    Target: Match.objectLike({
      Arn: { 'Fn::GetAtt': [id, 'Arn'] },
      Input: '{}',
      RetryPolicy: { MaximumEventAgeInSeconds: seconds, MaximumRetryAttempts: 2 },
    }),
  });
});

test.each(TASKS)('a start of %s that failed for good is kept', (name) => {
  const deadLetters = queueOf(`${name}DeadLetters`);
  pipeline.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
    FunctionName: { Ref: functionOf(pipeline, name).id },
    MaximumRetryAttempts: { dispatch: 0, sweep: 1 }[name],
    DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [deadLetters, 'Arn'] } } },
  });
});

const queues = properties(pipeline, 'AWS::SQS::Queue');
const isDeadLetters = (id: string): boolean => id.includes('DeadLetters');

/** The logical id that begins so, in whatever case, and goes on with CDK's hash. */
function queueOf(begin: string): string {
  const all = Object.keys(properties(pipeline, 'AWS::SQS::Queue'));
  return String(all.find((id) => new RegExp(`^${begin}[0-9A-F]{8}$`, 'i').test(id)));
}

test('there is a queue in front of each stage, and dead letters for every function', () => {
  expect(Object.keys(queues).filter(isDeadLetters)).toHaveLength(STAGES.length + TASKS.length);
  expect(Object.keys(queues).filter((id) => !isDeadLetters(id))).toHaveLength(STAGES.length);
});

test.each(Object.keys(queues))('queue %s is encrypted, refuses plain text and leads somewhere', (id) => {
  expect(queues[id]).toMatchObject({ SqsManagedSseEnabled: true });
  expect(Object(queues[id]).QueueName).toBeUndefined();
  pipeline.hasResourceProperties('AWS::SQS::QueuePolicy', {
    Queues: [{ Ref: id }],
    PolicyDocument: Match.objectLike({
      Statement: [
        Match.objectLike({ Effect: 'Deny', Action: 'sqs:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      ],
    }),
  });
  const days = id.startsWith('Dispatch') ? 1 / 24 : 14;
  if (isDeadLetters(id)) expect(queues[id]).toMatchObject({ MessageRetentionPeriod: days * 24 * 3600 });
  else expect(queues[id]).toMatchObject({ RedrivePolicy: { maxReceiveCount: 3 } });
});

test.each(STAGES)('%s works in order within a workbook, and as fast as there are workbooks', (name) => {
  for (const id of [queueOf(`${name}Queue`), queueOf(`${name}DeadLetters`)]) {
    expect(queues[id]).toMatchObject({
      FifoQueue: true,
      DeduplicationScope: 'messageGroup',
      FifoThroughputLimit: 'perMessageGroupId',
    });
  }
});

test.each(STAGES)(
  '%s takes one message an invocation, with time to finish it, and leaves the quota to others',
  (name) => {
    const { id, Timeout } = functionOf(pipeline, name);
    const queue = queueOf(`${name}Queue`);
    pipeline.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FunctionName: { Ref: id },
      EventSourceArn: { 'Fn::GetAtt': [queue, 'Arn'] },
      BatchSize: 1,
      ScalingConfig: { MaximumConcurrency: 5 },
    });
    expect(queues[queue]).toMatchObject({ VisibilityTimeout: 2 * Timeout });
  },
);
