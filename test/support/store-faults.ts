import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** What dynalite never does, and DynamoDB or the network in between does. */
export type Fault =
  /** The request never arrives. */
  | 'lost'
  /** It is applied, and the connection breaks before the answer. */
  | 'answer lost'
  /** It is applied, and the connection breaks in the middle of the answer. */
  | 'answer cut'
  /** Nobody ever answers. */
  | 'silence'
  /** Refused before it is applied. */
  | { readonly status: number; readonly type: string }
  /** Only the first few items of a batch are worked on, the others come back as unprocessed. */
  | { readonly process: number }
  /** A read that need not be consistent meets a copy that is behind: it has only the first few of the items. */
  | { readonly has: number };

export interface FaultProxy {
  readonly endpoint: string;
  /** Operations in the order in which they arrived. */
  readonly operations: string[];
  /** Bytes of the largest request so far. */
  largest(): number;
  /** Each of the next requests for `operation` meets the next fault, `undefined` = none. */
  plan(operation: string, ...faults: (Fault | undefined)[]): void;
  /** Runs, once, after the next request for `operation` was applied and before its answer. */
  afterNext(operation: string, then: () => Promise<void>): void;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

/** A server in front of a DynamoDB that lets requests meet faults. */
export async function faultProxy(target: string): Promise<FaultProxy> {
  const plans = new Map<string, (Fault | undefined)[]>();
  const hooks = new Map<string, () => Promise<void>>();
  const operations: string[] = [];
  let largest = 0;
  const server = createServer(async (incoming, response) => {
    const body = await buffer(incoming);
    const operation = String(incoming.headers['x-amz-target']).split('.')[1] ?? '';
    operations.push(operation);
    largest = Math.max(largest, body.length);
    const fault = plans.get(operation)?.shift();
    const send = (sent: Buffer) => forward(target, incoming.headers, sent);
    await meet(fault, body, response, async (sent) => {
      const answer = await send(sent);
      const hook = hooks.get(operation);
      hooks.delete(operation);
      await hook?.();
      return answer;
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    operations,
    largest: () => largest,
    plan: (operation, ...faults) => void plans.set(operation, faults),
    afterNext: (operation, then) => void hooks.set(operation, then),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function meet(
  fault: Fault | undefined,
  body: Buffer,
  response: ServerResponse,
  send: (body: Buffer) => Promise<Answer>,
): Promise<void> {
  if (fault === 'silence') return;
  if (fault === 'lost') return void response.destroy();
  if (fault === 'answer lost') {
    await send(body);
    return void response.destroy();
  }
  if (fault === 'answer cut') {
    const answer = await send(body);
    response.writeHead(answer.status, { 'content-length': answer.body.length });
    response.write(answer.body.subarray(0, answer.body.length / 2), () => response.destroy());
    return;
  }
  if (fault === undefined) return reply(response, await send(body));
  if ('status' in fault) {
    const refusal = { __type: `com.amazonaws.dynamodb.v20120810#${fault.type}`, message: 'injected' };
    return reply(response, { status: fault.status, body: Buffer.from(JSON.stringify(refusal)) });
  }
  if ('has' in fault) return reply(response, await send(asOfBefore(fault.has, body)));
  return reply(response, await sendSome(fault.process, body, send));
}

function reply(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(answer.body);
}

/** Sends the first `count` items of a batch, and answers the others as unprocessed. */
async function sendSome(count: number, body: Buffer, send: (body: Buffer) => Promise<Answer>): Promise<Answer> {
  const whole = JSON.parse(body.toString());
  const [[table, asked]] = Object.entries<{ Keys?: unknown[] } & unknown[]>(whole.RequestItems) as [
    [string, { Keys?: unknown[] } & unknown[]],
  ];
  const items: unknown[] = asked.Keys ?? asked;
  const as = (some: unknown[]) => ({ [table]: asked.Keys === undefined ? some : { ...asked, Keys: some } });
  const done =
    count === 0
      ? { status: 200, body: Buffer.from('{}') }
      : await send(Buffer.from(JSON.stringify({ ...whole, RequestItems: as(items.slice(0, count)) })));
  const left = items.length > count ? as(items.slice(count)) : {};
  const answer = JSON.parse(done.body.toString());
  answer[asked.Keys === undefined ? 'UnprocessedItems' : 'UnprocessedKeys'] = left;
  return { status: done.status, body: Buffer.from(JSON.stringify(answer)) };
}

/** Of a `BatchGetItem`. */
function asOfBefore(count: number, body: Buffer): Buffer {
  const whole = JSON.parse(body.toString());
  // Keys of nothing, since a request for no keys is refused.
  for (const asked of Object.values<{ Keys: object[]; ConsistentRead?: boolean }>(whole.RequestItems))
    if (!asked.ConsistentRead) asked.Keys = asked.Keys.map((key, at) => (at < count ? key : notThere(key, at)));
  return Buffer.from(JSON.stringify(whole));
}

const notThere = (key: object, at: number): object =>
  Object.fromEntries(Object.keys(key).map((name) => [name, { S: `not there ${at}` }]));

async function forward(target: string, headers: IncomingHttpHeaders, body: Buffer): Promise<Answer> {
  const outgoing = request(target, { method: 'POST', headers: { ...headers, 'content-length': body.length } });
  outgoing.end(body);
  const [incoming] = await once(outgoing, 'response');
  return { status: incoming.statusCode, body: await buffer(incoming) };
}
