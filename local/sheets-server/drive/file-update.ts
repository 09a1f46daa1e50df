import { isObject, type Json, stringOf } from '../json.ts';
import type { WriteOperation } from '../operation.ts';
import { changeFile } from './file-state.ts';
import { movedParents, parentsOf } from './parents.ts';

/** Those that a caller may set and that mean nothing here but themselves. */
const KEPT = [
  'description',
  'starred',
  'trashed',
  'properties',
  'appProperties',
  'copyRequiresWriterPermission',
] as const;

/** The name and the rest of a file; its own operation, so that the journal keeps it. */
export const fileUpdate: WriteOperation = {
  name: 'drive.file.update',
  writes: true,
  run(draft, { body, query }) {
    const name = stringOf(body.name);
    // Drive itself calls a file without a name so.
    if (name !== undefined) draft.state.title = name === '' ? 'Untitled' : name;
    const changes: Record<string, Json> = {};
    for (const key of KEPT) {
      const value = body[key];
      if (value === undefined || value === null) continue;
      const before = draft.state.file?.[key];
      changes[key] = isObject(value) && isObject(before) ? withoutNulls({ ...before, ...value }) : value;
    }
    const [add, remove] = [query.addParents?.[0], query.removeParents?.[0]];
    if (add !== undefined || remove !== undefined) changes.parents = movedParents(parentsOf(draft), add, remove);
    if (Object.keys(changes).length > 0) changeFile(draft, changes);
    return {};
  },
};

/** A property is taken away by null. */
const withoutNulls = (object: Readonly<Record<string, Json | undefined>>) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));
