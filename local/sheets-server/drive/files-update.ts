import type { DriveOperation } from './drive-operation.ts';
import { DEFAULT_FILE_FIELDS, fileJson } from './file-json.ts';
import { fileUpdate } from './file-update.ts';
import { driveEntry } from './not-found.ts';

export const filesUpdate: DriveOperation = {
  name: 'drive.files.update',
  writes: true,
  defaultFields: DEFAULT_FILE_FIELDS,
  run(store, input) {
    const { id } = driveEntry(store, input.path.fileId ?? '').workbook;
    store.write(id, fileUpdate, input);
    return fileJson(store.get(id));
  },
};
