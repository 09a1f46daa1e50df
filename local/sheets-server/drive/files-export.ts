import { EXPORT_FORMATS } from '../export/export-formats.ts';
import { parameter } from '../operation.ts';
import { Download } from './download.ts';
import { DriveError } from './drive-error.ts';
import type { DriveOperation } from './drive-operation.ts';
import { driveEntry } from './not-found.ts';

export const filesExport: DriveOperation = {
  name: 'drive.files.export',
  writes: false,
  defaultFields: undefined,
  run(store, input) {
    const { workbook } = driveEntry(store, input.path.fileId ?? '');
    const type = parameter(input, 'mimeType') ?? '';
    const write = EXPORT_FORMATS.get(type);
    if (write === undefined)
      throw new DriveError(400, 'The requested conversion is not supported.', 'badRequest', 'convertTo');
    return new Download(type, write(workbook));
  },
};
