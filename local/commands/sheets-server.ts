import { once } from 'node:events';
import { startSheetsServer } from '../sheets-server/start.ts';

/** `sheets-server`: the local Sheets server alone, until the process is told to end. */
export async function sheetsServer(options: { readonly port: number; readonly data?: string }): Promise<number> {
  const server = await startSheetsServer({
    port: options.port,
    ...(options.data !== undefined && { dataDir: options.data }),
  });
  process.stdout.write(`The local Sheets server listens at ${server.url}\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await server.close();
  return 0;
}
