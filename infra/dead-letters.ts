import { Duration, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';

/** How long failed work waits for somebody to look at it: the longest that SQS keeps a message. */
const KEPT = Duration.days(14);

export const SECURE: QueueProps = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };

/** Work that failed for good ends here, and somebody is told. `name`: of the function that it is about. */
export function addDeadLetters(
  scope: Construct,
  alarms: Alarms,
  { name, ...props }: { readonly name: string } & QueueProps,
): Queue {
  const queue = new Queue(scope, 'DeadLetters', { ...SECURE, ...props, retentionPeriod: KEPT });
  alarms.add(`${name}-dead-letters`, {
    meaning: `Work for ${name} failed for good and lies in its dead-letter queue.`,
    metric: queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: 'Maximum' }),
    threshold: 1,
  });
  Validations.of(queue).acknowledge({ id: 'Serverless-SQSRedrivePolicy', reason: 'It is where dead letters end.' });
  return queue;
}
