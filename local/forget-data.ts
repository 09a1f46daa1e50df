import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { TABLE_FOLDER, WORKBOOKS_FOLDER } from './service.ts';
import { lockFolder } from './sheets-server/store/lock-folder.ts';

/**
 * Deletes what a local service kept in this folder, and nothing else that may be there. Throws where a service is running on it: its
 * rows would be gone while somebody types.
 */
export async function forgetData(folder: string): Promise<void> {
  const [workbooks, table] = [join(folder, WORKBOOKS_FOLDER), join(folder, TABLE_FOLDER)];
  const unlock = existsSync(workbooks) ? lockFolder(workbooks) : undefined;
  try {
    for (const kept of [table, workbooks]) await rm(kept, { recursive: true, force: true });
  } finally {
    unlock?.();
  }
}
