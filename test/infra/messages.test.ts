import { Match } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { WORKBOOK } from './example.ts';
import { synthesize } from './synthesize.ts';
import { functionOf, properties } from './template.ts';

const { pipeline } = synthesize();
const ingest = functionOf(pipeline, 'ingest').id;

test('a schedule starts ingest for each workbook, at the rate of the settings', () => {
  pipeline.resourceCountIs('AWS::Scheduler::Schedule', 1);
  pipeline.hasResourceProperties('AWS::Scheduler::Schedule', {
    ScheduleExpression: 'rate(5 minutes)',
    State: 'ENABLED',
    Target: Match.objectLike({
      Arn: { 'Fn::GetAtt': [ingest, 'Arn'] },
      Input: JSON.stringify({ workbook: WORKBOOK }),
    }),
  });
});

test('the scheduler may invoke ingest and nothing else', () => {
  pipeline.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Action: 'lambda:InvokeFunction',
          Effect: 'Allow',
          Resource: [{ 'Fn::GetAtt': [ingest, 'Arn'] }, Match.anyValue()],
        },
      ],
    },
  });
});

test('without workbooks the stack stands and nothing runs; with two, both do', () => {
  const none = synthesize({ workbooks: [], serviceAccount: undefined }).pipeline;
  none.resourceCountIs('AWS::Scheduler::Schedule', 0);
  none.resourceCountIs('AWS::Lambda::Function', 3);
  const two = synthesize({ workbooks: [WORKBOOK, `${WORKBOOK}x`], rateMinutes: 1440 }).pipeline;
  two.resourceCountIs('AWS::Scheduler::Schedule', 2);
});

test('an invocation of ingest that failed for good is kept', () => {
  pipeline.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
    FunctionName: { Ref: ingest },
    DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
  });
});

const queues = properties(pipeline, 'AWS::SQS::Queue');
const isDeadLetters = (id: string): boolean => id.includes('DeadLetters');

test('there is a queue in front of rollup and report, with dead letters for every stage', () => {
  expect(Object.keys(queues).filter(isDeadLetters)).toHaveLength(3);
  expect(Object.keys(queues).filter((id) => !isDeadLetters(id))).toHaveLength(2);
});

test.each(Object.keys(queues))('queue %s is encrypted, refuses plain text and leads somewhere', (id) => {
  expect(queues[id]).toMatchObject({ SqsManagedSseEnabled: true });
  pipeline.hasResourceProperties('AWS::SQS::QueuePolicy', {
    Queues: [{ Ref: id }],
    PolicyDocument: Match.objectLike({
      Statement: [
        Match.objectLike({ Effect: 'Deny', Action: 'sqs:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      ],
    }),
  });
  if (isDeadLetters(id)) expect(queues[id]).toMatchObject({ MessageRetentionPeriod: 14 * 24 * 3600 });
  else expect(queues[id]).toMatchObject({ RedrivePolicy: { maxReceiveCount: 3 } });
});

test.each(['rollup', 'report'])('%s takes one message an invocation, with time to finish it', (stage) => {
  const { id, Timeout } = functionOf(pipeline, stage);
  const queue = Object.keys(queues).find(
    (name) => name.toLowerCase().startsWith(`${stage}queue`) && !isDeadLetters(name),
  );
  pipeline.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
    FunctionName: { Ref: id },
    EventSourceArn: { 'Fn::GetAtt': [queue, 'Arn'] },
    BatchSize: 1,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  });
  expect(queues[String(queue)]).toMatchObject({ VisibilityTimeout: 6 * Timeout });
});
