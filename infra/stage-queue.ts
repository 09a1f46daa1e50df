import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** How long failed work waits for somebody to look at it: the longest that SQS keeps a message. */
const KEPT = Duration.days(14);

/** A message names a workbook; after this many failures the next tick is left to try again. */
const DELIVERIES = 3;

const SECURE = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };

/** Work that failed for good ends here. */
export const deadLetterQueue = (scope: Construct, id: string): Queue =>
  new Queue(scope, id, { ...SECURE, retentionPeriod: KEPT });

/** The queue in front of a stage, with its dead letters. */
export class StageQueue extends Construct {
  readonly queue: Queue;

  /** `timeout`: that of the function behind the queue. */
  constructor(scope: Construct, id: string, { timeout }: { timeout: Duration }) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', {
      ...SECURE,
      // As AWS advises: room for throttled invocations before the message shows again.
      visibilityTimeout: Duration.seconds(6 * timeout.toSeconds()),
      deadLetterQueue: { queue: deadLetterQueue(this, 'DeadLetters'), maxReceiveCount: DELIVERIES },
    });
  }

  /** One message an invocation: a workbook that fails holds up no other. */
  feed(consumer: IFunction): void {
    consumer.addEventSource(new SqsEventSource(this.queue, { batchSize: 1, reportBatchItemFailures: true }));
  }
}
