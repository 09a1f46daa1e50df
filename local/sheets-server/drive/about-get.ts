import { EXPORT_FORMATS } from '../export/export-formats.ts';
import { requireFields } from './comments-list.ts';
import type { DriveOperation } from './drive-operation.ts';
import { SPREADSHEET_TYPE, userOf } from './file-json.ts';
import { OWNER } from './file-state.ts';
import { UPLOAD_TYPES } from './upload-content.ts';

export const aboutGet: DriveOperation = {
  name: 'drive.about.get',
  writes: false,
  defaultFields: undefined,
  run(_store, input) {
    requireFields(input.query.fields);
    return {
      kind: 'drive#about',
      user: userOf(OWNER),
      exportFormats: { [SPREADSHEET_TYPE]: [...EXPORT_FORMATS.keys()] },
      importFormats: Object.fromEntries(UPLOAD_TYPES.map((type) => [type, [SPREADSHEET_TYPE]])),
      canCreateDrives: false,
    };
  },
};
