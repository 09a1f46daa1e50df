import { randomInt } from 'node:crypto';
import { EXIT } from '../exit-codes.ts';
import { newMint } from '../sheets-server/mint.ts';
import { type StartOptions, startSheetsServer } from '../sheets-server/start.ts';
import { importWorkbooks } from './import-workbooks.ts';
import { serverSummary } from './server-summary.ts';
import type { ServerSwitches } from './sheets-server-options.ts';

export interface SheetsServerOptions extends ServerSwitches {
  readonly port: number;
  readonly data?: string;
  readonly locale: string;
  readonly timeZone: string;
}

/** `sheets-server [FILES]`: the local Sheets server alone, until the process is told to end. Returns the exit code. */
export async function sheetsServer(files: readonly string[], options: SheetsServerOptions): Promise<number> {
  const ended = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  const books = await importWorkbooks(files, options);
  const seed = options.faultSeed ?? randomInt(2 ** 32);
  const server = await startSheetsServer(startOptions(options, seed));
  try {
    const present = new Set(server.workbooks().map(({ id }) => id));
    for (const { file, ...book } of books) {
      if (!present.has(book.id)) server.addWorkbook(book);
      else
        process.stderr.write(
          `${file} is not read again: ${options.data} holds its workbook. Another folder begins anew.\n`,
        );
    }
    for (const { fault } of options.fault ?? []) server.faults.next(fault);
    const workbooks = server.workbooks().map(({ id, state }) => ({ id, title: state.title }));
    process.stdout.write(serverSummary({ url: server.url, data: options.data, workbooks, switches: options, seed }));
    await ended;
  } finally {
    await server.close();
  }
  return EXIT.done;
}

function startOptions(options: SheetsServerOptions, seed: number): StartOptions {
  const { port, data, token, key = [], quotas, control = false } = options;
  const mint = newMint(seed, 0);
  return {
    port,
    control,
    ...(data !== undefined && { dataDir: data }),
    ...(token !== undefined && { token }),
    ...(quotas !== undefined && { quotas }),
    // To give a key is to want it checked.
    signIn: options.signIn === true || key.length > 0,
    keys: Object.fromEntries(key.map(({ email, publicKey }) => [email, publicKey])),
    random: () => mint.number(() => false) / 2 ** 31,
  };
}
