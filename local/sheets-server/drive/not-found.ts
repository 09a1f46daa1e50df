import { ApiError } from '../api-error.ts';
import type { Entry } from '../store/entry.ts';
import type { Store } from '../store/store.ts';

/** The file, or Drive's own 404. */
export function driveEntry(store: Store, id: string): Entry {
  if (!store.has(id)) throw new ApiError(404, `File not found: ${id}.`);
  return store.get(id);
}
