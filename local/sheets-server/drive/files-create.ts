import { invalid } from '../api-error.ts';
import { stringOf } from '../json.ts';
import { newSheet } from '../model/sheet.ts';
import { emptyWorkbook } from '../spreadsheets/new-workbook.ts';
import type { DriveOperation } from './drive-operation.ts';
import { DEFAULT_FILE_FIELDS, fileJson, SPREADSHEET_TYPE } from './file-json.ts';

export const filesCreate: DriveOperation = {
  name: 'drive.files.create',
  writes: true,
  defaultFields: DEFAULT_FILE_FIELDS,
  run(store, { body }) {
    const type = stringOf(body.mimeType);
    if (type !== SPREADSHEET_TYPE)
      throw invalid(`The local server keeps spreadsheets only, not ${type ?? 'files without mimeType'}.`);
    const workbook = emptyWorkbook(store.newId(), stringOf(body.name) ?? 'Untitled');
    workbook.sheets.push(newSheet(0, 'Sheet1'));
    return fileJson(store.add(workbook));
  },
};
