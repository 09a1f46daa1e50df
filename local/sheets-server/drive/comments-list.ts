import { DriveError } from './drive-error.ts';
import type { DriveOperation } from './drive-operation.ts';
import { driveEntry } from './not-found.ts';

/** Nobody can comment here, so there are none. */
export const commentsList: DriveOperation = {
  name: 'drive.comments.list',
  writes: false,
  defaultFields: undefined,
  run(store, input) {
    driveEntry(store, input.path.fileId ?? '');
    requireFields(input.query.fields);
    return { kind: 'drive#commentList', comments: [] };
  },
};

/** Some methods of Drive have no answer of their own choice. */
export function requireFields(fields: readonly string[] | undefined): void {
  if (fields === undefined)
    throw new DriveError(400, "The 'fields' parameter is required for this method.", 'required', 'fields');
}
