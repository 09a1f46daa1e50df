import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { ENV } from '../../lambdas/contract.ts';
import type { Environment } from '../../lambdas/runtime/config.ts';

/** What becomes of a request: it never arrives; it is applied, and no answer comes, or half of one; it is refused. */
export type Breakage = 'lost' | 'answer lost' | 'answer cut' | 'refused';

export interface BreakingProxies {
  /** The environment with DynamoDB and Sheets behind the proxies. */
  readonly env: Environment;
  /** Requests to both, in the order in which they arrived: epoch milliseconds. */
  readonly arrivals: number[];
  /** Decides on the request of that number, from 0. */
  breaks: (n: number) => Breakage | undefined;
  /** Milliseconds that a request waits before it goes on. */
  delay: () => number;
  close(): Promise<void>;
}

/** Nobody tries again what is forbidden. */
const REFUSED = JSON.stringify({ error: { code: 403, status: 'PERMISSION_DENIED', message: 'not any more' } });

/** Stands between a service and both of its servers, which keep running whatever happens here. */
export async function breakingProxies(env: Environment): Promise<BreakingProxies> {
  const arrivals: number[] = [];
  const proxies: BreakingProxies = {
    env,
    arrivals,
    breaks: () => undefined,
    delay: () => 0,
    close: async () => {
      await Promise.all([dynamodb.close(), sheets.close()]);
    },
  };
  const pass = async (target: string, incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const breakage = proxies.breaks(arrivals.push(Date.now()) - 1);
    const body = await buffer(incoming);
    await sleep(proxies.delay());
    if (breakage === 'lost') return void response.destroy();
    if (breakage === 'refused')
      return void response.writeHead(403, { 'content-type': 'application/json' }).end(REFUSED);
    const answer = await forwarded(target, incoming, body);
    if (breakage === 'answer lost') return void response.destroy();
    response.writeHead(answer.status, answer.headers);
    if (breakage === undefined) return void response.end(answer.body);
    response.write(answer.body.subarray(0, answer.body.length / 2), () => response.destroy());
  };
  const dynamodb = await serve((...http) => pass(env[ENV.dynamodbEndpoint] ?? '', ...http));
  const sheets = await serve((...http) => pass(env[ENV.sheetsRootUrl] ?? '', ...http));
  return Object.assign(proxies, {
    env: { ...env, [ENV.dynamodbEndpoint]: dynamodb.url, [ENV.sheetsRootUrl]: `${sheets.url}/` },
  });
}

async function serve(answer: (incoming: IncomingMessage, response: ServerResponse) => Promise<void>) {
  // A client that goes away in the middle breaks only its own request.
  const server = createServer((incoming, response) => void answer(incoming, response).catch(() => response.destroy()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function forwarded(target: string, { method, url, headers }: IncomingMessage, body: Buffer) {
  const { host: _, ...passed } = headers;
  const to = new URL(url ?? '/', target);
  const outgoing = request(to, { method, headers: { ...passed, 'content-length': body.length } });
  outgoing.end(body);
  const [incoming]: IncomingMessage[] = await once(outgoing, 'response');
  if (!incoming) throw new Error('no answer');
  const { 'transfer-encoding': __, ...kept } = incoming.headers;
  const answer = await buffer(incoming);
  return { status: incoming.statusCode ?? 500, headers: { ...kept, 'content-length': answer.length }, body: answer };
}
