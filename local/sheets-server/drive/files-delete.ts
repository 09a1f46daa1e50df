import type { DriveOperation } from './drive-operation.ts';
import { driveEntry } from './not-found.ts';

export const filesDelete: DriveOperation = {
  name: 'drive.files.delete',
  writes: true,
  defaultFields: undefined,
  run(store, input) {
    store.remove(driveEntry(store, input.path.fileId ?? '').workbook.id);
    return undefined;
  },
};
