import { stringOf } from '../json.ts';
import { Workbook } from '../model/workbook.ts';
import type { DriveOperation } from './drive-operation.ts';
import { DEFAULT_FILE_FIELDS, fileJson } from './file-json.ts';
import { driveEntry } from './not-found.ts';

export const filesCopy: DriveOperation = {
  name: 'drive.files.copy',
  writes: true,
  defaultFields: DEFAULT_FILE_FIELDS,
  run(store, input) {
    const source = driveEntry(store, input.path.fileId ?? '').workbook.fork();
    const title = stringOf(input.body.name) ?? `Copy of ${source.state.title}`;
    // A copy is shared with nobody.
    const { file: _, ...state } = source.state;
    return fileJson(store.add(new Workbook({ ...state, id: store.newId(), title }, source.sheets)));
  },
};
