import { once } from 'node:events';
import { createServer } from 'node:http';

/** What the spreadsheet answers. */
export interface Answers {
  readonly description: Buffer;
  readonly payload: Buffer;
}

export interface PayloadServer {
  /** `http://127.0.0.1:PORT/`, in place of Google's address. */
  readonly url: string;
  /** The address of the one read of all tabs, for a plain `POST`. */
  readAddress(workbook: string): string;
  /** From now on a workbook answers this; of several, each read of its tabs the next one, and the last one from then on. */
  serve(workbook: string, ...answers: readonly [Answers, ...Answers[]]): void;
  close(): Promise<void>;
}

/**
 * Answers recorded bytes as they are: the local Sheets server would render 100,000 rows anew for each read, and its time
 * would hide what is measured. Writes are taken and forgotten.
 */
export async function startPayloadServer(): Promise<PayloadServer> {
  const workbooks = new Map<string, readonly Answers[]>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://localhost').pathname;
    const workbook = /^\/v4\/spreadsheets\/([\w-]+)/.exec(path)?.[1] ?? '';
    const [answers, ...later] = workbooks.get(workbook) ?? [];
    const body = bodyFor(`${request.method} ${path}`, answers);
    if (body === answers?.payload && later.length > 0) workbooks.set(workbook, later);
    request.resume().on('end', () => {
      response.writeHead(answers ? 200 : 404, {
        'Content-Type': 'application/json; charset=UTF-8',
        'Content-Length': body.length,
      });
      response.end(body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The payload server has no port.');
  const url = `http://127.0.0.1:${address.port}/`;
  return {
    url,
    readAddress: (workbook) => `${url}v4/spreadsheets/${workbook}/values:batchGetByDataFilter`,
    serve: (workbook, ...answers) => void workbooks.set(workbook, answers),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

const NOTHING = Buffer.from('{}');

function bodyFor(call: string, answers: Answers | undefined): Buffer {
  if (!answers) return NOTHING;
  if (/^POST .*values:batchGetByDataFilter$/.test(call)) return answers.payload;
  return /^GET .*\/spreadsheets\/[\w-]+$/.test(call) ? answers.description : NOTHING;
}
