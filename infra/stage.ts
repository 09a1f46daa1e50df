import { Duration, Validations } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { DeduplicationScope, FifoThroughputLimit, Queue, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { addDeadLetters, SECURE } from './dead-letters.ts';
import { ServiceFunction, type ServiceFunctionProps } from './service-function.ts';

/** A message names a workbook; after this many failures it is for somebody to look at, and the next due time tries again. */
const DELIVERIES = 3;

/** How many workbooks a stage works on at once: Google counts requests by the minute, and a new account has ten invocations. */
const CONCURRENCY = 5;

/**
 * A hint that is older says nothing that a newer one does not: those of a workbook that fails for days would pile up, each
 * taking three runs to end among the dead letters. Long enough for an outage; after it the next due time finds the rest.
 */
const KEPT = Duration.hours(4);

/** In order within a workbook; between workbooks no order, and no limit that they share. */
const FIFO: QueueProps = {
  fifo: true,
  deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
  fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
};

/** One stage of the way: a queue by workbook, the function behind it, the dead letters beside it, and their alarms. */
export class PipelineStage extends ServiceFunction {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps) {
    super(scope, id, props);
    const { name, alarms, timeout } = props;
    this.deadLetters = addDeadLetters(this, alarms, { name, ...FIFO });
    this.queue = new Queue(this, 'Queue', {
      ...SECURE,
      ...FIFO,
      // A failed run holds up its workbook until this is over: twice the time is room for throttled starts, six times
      // (as AWS advises for many messages a run) would be half an hour.
      visibilityTimeout: Duration.seconds(2 * timeout.toSeconds()),
      retentionPeriod: KEPT,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: DELIVERIES },
    });
    // One message a run: a workbook that fails holds up no other.
    this.function.addEventSource(new SqsEventSource(this.queue, { batchSize: 1, maxConcurrency: CONCURRENCY }));
    alarms.add(`${name}-queue-age`, {
      meaning: `A workbook has been waiting for ${name} for more than 15 minutes.`,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5), statistic: 'Maximum' }),
      threshold: 15 * 60,
    });
    const reason = 'Messages come by a queue, and the dead letters of that queue keep what failed.';
    Validations.of(this).acknowledge(
      { id: 'Serverless-LambdaDLQ', reason },
      { id: 'Serverless-LambdaEventSourceMappingDestination', reason },
    );
  }
}
