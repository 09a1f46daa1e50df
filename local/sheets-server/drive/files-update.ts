import { stringOf } from '../json.ts';
import type { Workbook } from '../model/workbook.ts';
import type { TabFile } from '../workbook-file.ts';
import { workbookFromFile } from '../workbook-from-file.ts';
import { checkFileBody } from './check-writable.ts';
import type { DriveOperation } from './drive-operation.ts';
import { DEFAULT_FILE_FIELDS, fileJson, SPREADSHEET_TYPE } from './file-json.ts';
import { fileUpdate } from './file-update.ts';
import { checkSpreadsheet } from './files-create.ts';
import { driveEntry } from './not-found.ts';

export const filesUpdate: DriveOperation = {
  name: 'drive.files.update',
  writes: true,
  defaultFields: DEFAULT_FILE_FIELDS,
  run(store, input, content) {
    const { workbook } = driveEntry(store, input.path.fileId ?? '');
    checkFileBody(input.body, false);
    checkSpreadsheet(stringOf(input.body.mimeType) ?? SPREADSHEET_TYPE);
    if (content !== undefined) store.add(withContent(workbook, content));
    store.write(workbook.id, fileUpdate, input);
    return fileJson(store.get(workbook.id));
  },
};

/** Uploaded tabs take the place of all that was there; the file stays the same file. */
function withContent({ id, state }: Workbook, tabs: readonly TabFile[]): Workbook {
  const { title, locale, timeZone, file } = state;
  const next = workbookFromFile(id, { title, locale, timeZone, tabs: [...tabs] });
  if (file !== undefined) next.state.file = file;
  return next;
}
