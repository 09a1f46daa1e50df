import { createHash } from 'node:crypto';
import { SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import { redrive } from '../../../local/deployment/dead-letters.ts';
import { localHttp } from '../../support/local-http.ts';

interface Letter {
  readonly group: string;
  readonly body: string;
}

/** SQS with one queue of dead letters, in order, of which it gives out `atOnce`; `sent` is what came into the other. */
async function deadLetters(letters: readonly Letter[], atOnce: number) {
  const left = [...letters];
  const calls: string[] = [];
  const answers: Record<string, (asked: Record<string, string>) => object> = {
    ReceiveMessage: () => ({
      Messages: left.slice(0, atOnce).map(({ group, body }) => ({
        Body: body,
        MD5OfBody: md5(body),
        ReceiptHandle: body,
        Attributes: { MessageGroupId: group },
      })),
    }),
    SendMessage: ({ MessageBody = '', MessageGroupId }) => {
      calls.push(`send ${MessageBody} to ${MessageGroupId}`);
      return { MessageId: '1', MD5OfMessageBody: md5(MessageBody) };
    },
    DeleteMessage: ({ ReceiptHandle }) => {
      calls.push(`delete ${ReceiptHandle}`);
      left.splice(
        left.findIndex(({ body }) => body === ReceiptHandle),
        1,
      );
      return {};
    },
  };
  const server = await localHttp((request, body) => {
    const action = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
    const answer = answers[action]?.(JSON.parse(body));
    return { status: 200, headers: { 'content-type': 'application/x-amz-json-1.0' }, body: JSON.stringify(answer) };
  });
  return { ...server, calls };
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

test('one hint a workbook is sent again, before it is deleted; the others go', async () => {
  const letters = ['a1', 'a2', 'b1', 'a3'].map((body) => ({ group: `workbook-${body[0]}`, body }));
  const server = await deadLetters(letters, 2);
  const sqs = new SQSClient({
    endpoint: server.url,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  try {
    const queues = { queueUrl: `${server.url}/1/ingest.fifo`, deadLettersUrl: `${server.url}/1/dead.fifo` };
    expect([...(await redrive(sqs, queues))]).toEqual([
      ['workbook-a', 3],
      ['workbook-b', 1],
    ]);
    const [sendA, deleteA, ...rest] = server.calls;
    expect([sendA, deleteA]).toEqual(['send a1 to workbook-a', 'delete a1']);
    expect(rest).toEqual(['delete a2', 'send b1 to workbook-b', 'delete b1', 'delete a3']);
    expect((await redrive(sqs, queues)).size).toBe(0);
  } finally {
    sqs.destroy();
    await server.close();
  }
});
