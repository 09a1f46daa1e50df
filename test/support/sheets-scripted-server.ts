import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface SeenRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  /** Parsed JSON; undefined when none was sent. */
  readonly body: unknown;
}

/** An answer of the script: a status with a body, or what to do with the connection. */
export type Answer =
  | { readonly status: number; readonly body: string | object; readonly headers?: Record<string, string> }
  | 'cut'
  | 'stall'
  | 'hang'
  | 'reset';

export interface ScriptedServer {
  readonly rootUrl: string;
  readonly requests: SeenRequest[];
  close(): Promise<void>;
}

/** A real HTTP server that gives the answers in turn, and the last one for ever after. */
export async function startScriptedServer(...answers: readonly Answer[]): Promise<ScriptedServer> {
  const requests: SeenRequest[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    requests.push({
      method: request.method ?? '',
      url: new URL(request.url ?? '', 'http://127.0.0.1'),
      headers: request.headers,
      body: request.headers['content-type']?.includes('json') ? JSON.parse(text) : undefined,
    });
    give(response, answers[Math.min(requests.length, answers.length) - 1] ?? 'reset');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  return {
    rootUrl: `http://127.0.0.1:${port}/`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function give(response: ServerResponse, answer: Answer): void {
  if (answer === 'hang') return;
  if (answer === 'reset') {
    response.destroy();
    return;
  }
  if (answer === 'stall') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"valueRanges": [');
    return;
  }
  if (answer === 'cut') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"valueRanges": [', () => response.destroy());
    return;
  }
  const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
  const type = typeof answer.body === 'string' ? 'text/html' : 'application/json; charset=UTF-8';
  response.writeHead(answer.status, { 'content-type': type, ...answer.headers });
  response.end(text);
}

/** An error as Google words it. */
export function googleError(code: number, status: string, message: string, reason?: string): Answer {
  const details = reason === undefined ? [] : [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason }];
  return { status: code, body: { error: { code, status, message, details } } };
}
