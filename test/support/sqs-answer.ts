import { createHash, randomUUID } from 'node:crypto';
import type { HttpAnswer } from './local-http.ts';

/** What SQS answers to SendMessage; keeps the bodies. The digest is checked by the SDK. */
export function sqsAnswer(bodies: string[], request: string): HttpAnswer {
  const { MessageBody = '' } = JSON.parse(request) as { MessageBody?: string }; // as the SDK sends it
  bodies.push(request);
  const MD5OfMessageBody = createHash('md5').update(MessageBody).digest('hex');
  const headers = { 'content-type': 'application/x-amz-json-1.0' };
  return { status: 200, headers, body: JSON.stringify({ MessageId: randomUUID(), MD5OfMessageBody }) };
}
