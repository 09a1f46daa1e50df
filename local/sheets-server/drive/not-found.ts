import type { Entry } from '../store/entry.ts';
import type { Store } from '../store/store.ts';
import { DriveError } from './drive-error.ts';

/** The file, or Drive's own 404. */
export function driveEntry(store: Store, id: string): Entry {
  if (!store.has(id)) throw new DriveError(404, `File not found: ${id}.`, 'notFound', 'fileId');
  return store.get(id);
}
