import { Disk } from './disk.ts';
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

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'may not be read and written by you: change its permissions',
  EPERM: 'may not be read and written by you: change its permissions',
  EROFS: 'cannot be written to',
  EEXIST: 'is a file: give a folder',
  ENOTDIR: 'is a file, or lies below one: give a folder',
  ENOSPC: 'has no space left: make room',
};

function explained(error: unknown, folder: string): unknown {
  if (error instanceof SyntaxError)
    return new Error(`A workbook in ${folder} is damaged (${error.message}). Move it away, or give another folder.`, {
      cause: error,
    });
  const reason = error instanceof Error && 'code' in error ? REASONS[String(error.code)] : undefined;
  return reason === undefined ? error : new Error(`${folder} ${reason}, or give another folder.`, { cause: error });
}
