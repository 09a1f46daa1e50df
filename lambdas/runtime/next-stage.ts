import type { StageMessage } from './stage-message.ts';

/**
 * Tells the next stage that there may be work for a workbook. The message is a hint: lost, doubled or late, the stage
 * finds out by itself what is to be done. Without a queue (on one machine) nothing is sent.
 */
export async function hintNextStage(queueUrl: string | undefined, message: StageMessage): Promise<void> {
  if (queueUrl === undefined) return;
  const { SendMessageCommand, SQSClient } = await import('@aws-sdk/client-sqs');
  await new SQSClient().send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(message) }));
}
