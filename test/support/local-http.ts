import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HttpAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface LocalHttp {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  close(): Promise<void>;
}

/** A server on 127.0.0.1 that answers each request by a function; what that throws is a 502, as a Function URL has it. */
export async function localHttp(
  answer: (request: IncomingMessage, body: string) => HttpAnswer | Promise<HttpAnswer>,
): Promise<LocalHttp> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const { status, headers, body } = await Promise.resolve()
      .then(() => answer(request, Buffer.concat(parts).toString('utf8')))
      .catch(() => ({ status: 502, headers: {}, body: 'Internal Server Error' }));
    response.writeHead(status, headers);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
