import { parameter } from '../operation.ts';
import { DriveError } from './drive-error.ts';
import type { DriveOperation } from './drive-operation.ts';
import { DEFAULT_FILE_FIELDS, fileJson } from './file-json.ts';
import { driveEntry } from './not-found.ts';

export const filesGet: DriveOperation = {
  name: 'drive.files.get',
  writes: false,
  defaultFields: DEFAULT_FILE_FIELDS,
  run(store, input) {
    const entry = driveEntry(store, input.path.fileId ?? '');
    if (parameter(input, 'alt') === 'media')
      throw new DriveError(
        403,
        'Only files with binary content can be downloaded. Use Export with Docs Editors files.',
        'fileNotDownloadable',
        'alt',
      );
    return fileJson(entry);
  },
};
