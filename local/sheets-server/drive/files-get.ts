import type { DriveOperation } from './drive-operation.ts';
import { DEFAULT_FILE_FIELDS, fileJson } from './file-json.ts';
import { driveEntry } from './not-found.ts';

export const filesGet: DriveOperation = {
  name: 'drive.files.get',
  writes: false,
  defaultFields: DEFAULT_FILE_FIELDS,
  run: (store, input) => fileJson(driveEntry(store, input.path.fileId ?? '')),
};
