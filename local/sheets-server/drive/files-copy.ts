import { arrayOf, stringOf } from '../json.ts';
import { Workbook } from '../model/workbook.ts';
import { checkFileBody } from './check-writable.ts';
import type { DriveOperation } from './drive-operation.ts';
import { DEFAULT_FILE_FIELDS, fileJson } from './file-json.ts';
import { driveEntry } from './not-found.ts';
import { checkParents, parentsOf } from './parents.ts';

export const filesCopy: DriveOperation = {
  name: 'drive.files.copy',
  writes: true,
  defaultFields: DEFAULT_FILE_FIELDS,
  run(store, input) {
    checkFileBody(input.body, true);
    const source = driveEntry(store, input.path.fileId ?? '').workbook.fork();
    const title = stringOf(input.body.name) ?? `Copy of ${source.state.title}`;
    const given = checkParents(arrayOf(input.body.parents));
    // A copy is shared with nobody, and lies beside what it was made from.
    const file = { parents: given.length > 0 ? given : parentsOf(source) };
    return fileJson(store.add(new Workbook({ ...source.state, id: store.newId(), title, file }, source.sheets)));
  },
};
