import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What was sent, as SQS was told it. */
export interface SentMessage {
  readonly QueueUrl: string;
  readonly MessageBody: string;
  readonly MessageGroupId: string;
  readonly MessageDeduplicationId: string;
}

export interface LocalQueue {
  /** For AWS_ENDPOINT_URL_SQS. */
  readonly endpoint: string;
  readonly sent: SentMessage[];
  /** Refuse the next sends as SQS does a caller without permission. */
  refuse: boolean;
  close(): Promise<void>;
}

/** A server that takes messages as SQS does, for the SDK's own client. */
export async function startLocalQueue(): Promise<LocalQueue> {
  const sent: SentMessage[] = [];
  const server = createServer(async (request, response) => {
    const message = JSON.parse(await text(request)) as SentMessage; // what the SDK sends
    response.setHeader('content-type', 'application/x-amz-json-1.0');
    if (queue.refuse) {
      response.statusCode = 403;
      response.end(JSON.stringify({ __type: 'com.amazonaws.sqs#AccessDenied', message: 'not allowed' }));
      return;
    }
    sent.push(message);
    const digest = createHash('md5').update(message.MessageBody).digest('hex');
    response.end(JSON.stringify({ MessageId: String(sent.length), MD5OfMessageBody: digest }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  const queue: LocalQueue = {
    endpoint: `http://127.0.0.1:${port}`,
    sent,
    refuse: false,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return queue;
}
