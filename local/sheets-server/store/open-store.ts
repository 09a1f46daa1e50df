import { Disk } from './disk.ts';
import { folderError } from './folder-error.ts';
import { lockFolder } from './lock-folder.ts';
import { Store } from './store.ts';

export interface OpenStore {
  readonly store: Store;
  close(): void;
}

/** The workbooks of a folder, which no other server may use meanwhile; without one they live in memory. */
export function openStore(clock: () => number, folder: string | undefined): OpenStore {
  if (folder === undefined) {
    const store = new Store(clock);
    return { store, close: () => store.close() };
  }
  let unlock: (() => void) | undefined;
  try {
    const disk = new Disk(folder);
    unlock = lockFolder(folder);
    const store = new Store(clock, disk);
    const free = unlock;
    return {
      store,
      close() {
        store.close();
        free();
      },
    };
  } catch (error) {
    unlock?.();
    throw explained(error, folder);
  }
}

function explained(error: unknown, folder: string): unknown {
  if (error instanceof SyntaxError)
    return new Error(`A workbook in ${folder} is damaged (${error.message}). Move it away, or give another folder.`, {
      cause: error,
    });
  return folderError(error, folder);
}
