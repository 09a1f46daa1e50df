import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MissingItem } from '../lambdas/domain/trees/missing-item.ts';
import { type LocalService, startLocalService, WORKBOOKS_FOLDER } from './service.ts';

/**
 * Runs `use` on the local service whose workbooks the folder keeps. Throws an error that says what to give where it keeps
 * none, and makes nothing there.
 */
export async function withKeptService<T>(data: string, use: (service: LocalService) => Promise<T>): Promise<T> {
  if (!existsSync(join(data, WORKBOOKS_FOLDER)))
    throw new Error(`${nothingKept(data)}. Give the folder of a demo (.leadsheet, unless its --data says otherwise).`);
  const service = await startLocalService({ dataDir: data });
  try {
    return await use(service);
  } catch (error) {
    // It ends with the command to run.
    if (error instanceof MissingItem) throw new Error(`${error.message}${dataOption(data)}`, { cause: error });
    throw error;
  } finally {
    await service.close();
  }
}

function nothingKept(data: string): string {
  if (!existsSync(data)) return `There is no folder ${data}`;
  return statSync(data).isDirectory() ? `${data} keeps no workbooks` : `${data} is a file, not a folder`;
}

/** ` --data FOLDER`, to end a command that is suggested; empty for the deployed service. */
export function dataOption(data: string | undefined): string {
  if (data === undefined) return '';
  return ` --data ${/^[\w./~:\\-]+$/.test(data) ? data : `"${data}"`}`;
}
