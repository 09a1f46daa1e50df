import { Duration, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';

export interface DeadLetterProps {
  /** Of the function that it is about. */
  readonly name: string;
  /** How long failed work waits for somebody to look at it; unless said, the longest that SQS keeps a message. */
  readonly kept?: Duration;
  /** How many it takes until somebody is told; 1 unless said. */
  readonly alarmAt?: number;
}

export const SECURE: QueueProps = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };

/** Work that failed for good ends here, and somebody is told. */
export function addDeadLetters(
  scope: Construct,
  alarms: Alarms,
  { name, kept = Duration.days(14), alarmAt = 1, ...props }: DeadLetterProps & QueueProps,
): Queue {
  const queue = new Queue(scope, 'DeadLetters', { ...SECURE, ...props, retentionPeriod: kept });
  alarms.add(`${name}-dead-letters`, {
    meaning: `Work for ${name} failed for good and lies in its dead-letter queue.`,
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: 'Maximum' }),
    threshold: alarmAt,
  });
  Validations.of(queue).acknowledge({ id: 'Serverless-SQSRedrivePolicy', reason: 'It is where dead letters end.' });
  return queue;
}
