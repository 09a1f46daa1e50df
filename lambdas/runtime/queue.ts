import { randomUUID } from 'node:crypto';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { QueuePort } from '../ports.ts';
import { awsLimits } from './aws-limits.ts';

/**
 * The FIFO queue in front of a stage. The group is the workbook: its runs go one after the other, and one that fails
 * holds up no other. Every send is delivered: the same hint a minute later may be about another edit. Without an address
 * (on one machine, where the stages are called in turn) nothing is sent.
 */
export function openQueue(url: string | undefined, limits = awsLimits()): QueuePort {
  let client: SQSClient | undefined;
  return {
    async send(message) {
      if (url === undefined) return;
      const sqs = await import('@aws-sdk/client-sqs');
      client ??= new sqs.SQSClient(limits);
      await client.send(
        new sqs.SendMessageCommand({
          QueueUrl: url,
          MessageBody: JSON.stringify(message),
          MessageGroupId: message.workbook,
          MessageDeduplicationId: randomUUID(),
        }),
      );
    },
  };
}
