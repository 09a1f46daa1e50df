import { randomUUID } from 'node:crypto';
import {
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

/** A queue and its dead letters. */
export interface FailedWork {
  readonly queueUrl: string;
  readonly deadLettersUrl: string;
}

/** Long enough for ten messages to be sent and deleted. */
const HIDDEN_SECONDS = 30;
const EMPTY_ANSWERS = 2;

/**
 * Empties the dead letters, and sends the first one of each workbook to the queue again: the others say the same, that
 * there may be work. Sent before it is deleted: a crash between the two delivers it twice, which does no harm. By hand and
 * not by SQS's own redrive, which would keep the ids by which a FIFO queue knows doubles. Returns how many there were, by
 * workbook.
 */
export async function redrive(sqs: SQSClient, { queueUrl, deadLettersUrl }: FailedWork): Promise<Map<string, number>> {
  const moved = new Map<string, number>();
  for (let empty = 0; empty < EMPTY_ANSWERS; ) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: deadLettersUrl,
        MaxNumberOfMessages: 10,
        VisibilityTimeout: HIDDEN_SECONDS,
        WaitTimeSeconds: 1,
        MessageSystemAttributeNames: ['MessageGroupId'],
      }),
    );
    empty = Messages.length === 0 ? empty + 1 : 0;
    for (const message of Messages) {
      const group = message.Attributes?.MessageGroupId ?? 'unknown';
      if (!moved.has(group)) await sendAgain(sqs, queueUrl, message, group);
      await sqs.send(new DeleteMessageCommand({ QueueUrl: deadLettersUrl, ReceiptHandle: message.ReceiptHandle }));
      moved.set(group, (moved.get(group) ?? 0) + 1);
    }
  }
  return moved;
}

const sendAgain = (sqs: SQSClient, queueUrl: string, { Body = '' }: Message, group: string): Promise<unknown> =>
  sqs.send(
    new SendMessageCommand({
      QueueUrl: queueUrl,
      MessageBody: Body,
      MessageGroupId: group,
      MessageDeduplicationId: randomUUID(),
    }),
  );
