import { arrayOf, stringOf } from '../json.ts';
import { newSheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { emptyWorkbook } from '../spreadsheets/new-workbook.ts';
import type { TabFile } from '../workbook-file.ts';
import { workbookFromFile } from '../workbook-from-file.ts';
import { checkFileBody } from './check-writable.ts';
import { DriveError } from './drive-error.ts';
import type { DriveOperation } from './drive-operation.ts';
import { DEFAULT_FILE_FIELDS, fileJson, SPREADSHEET_TYPE } from './file-json.ts';
import { changeFile } from './file-state.ts';
import { fileUpdate } from './file-update.ts';
import { checkParents } from './parents.ts';

export const filesCreate: DriveOperation = {
  name: 'drive.files.create',
  writes: true,
  defaultFields: DEFAULT_FILE_FIELDS,
  run(store, input, content) {
    const { body } = input;
    checkFileBody(body, true);
    checkSpreadsheet(stringOf(body.mimeType));
    const parents = checkParents(arrayOf(body.parents));
    const id = stringOf(body.id) ?? store.newId();
    if (!/^[\w-]+$/.test(id)) throw new DriveError(400, 'The provided file ID is not usable.', 'invalid', 'file.id');
    // Google answers 409, which this server has for nothing else.
    if (store.has(id)) throw new DriveError(400, 'A file already exists with the provided ID.', 'fileIdInUse');
    const workbook = newBook(id, stringOf(body.name) || 'Untitled', content);
    if (parents.length > 0) changeFile(workbook, { parents });
    const { name: _, ...rest } = body;
    fileUpdate.run(workbook, { path: {}, query: {}, body: rest }, store.mint());
    return fileJson(store.add(workbook));
  },
};

/** Nothing but spreadsheets is kept; what is uploaded becomes one. */
export function checkSpreadsheet(type: string | undefined): void {
  if (type !== SPREADSHEET_TYPE)
    throw new DriveError(
      400,
      `The local server keeps spreadsheets only: give mimeType ${SPREADSHEET_TYPE}, not ${type ?? 'none'}.`,
      'badRequest',
      'mimeType',
    );
}

function newBook(id: string, title: string, content: readonly TabFile[] | undefined): Workbook {
  if (content !== undefined)
    return workbookFromFile(id, { title, locale: 'en_US', timeZone: 'Etc/GMT', tabs: [...content] });
  const workbook = emptyWorkbook(id, title);
  workbook.sheets.push(newSheet(0, 'Sheet1'));
  return workbook;
}
