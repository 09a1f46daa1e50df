import { ApiError, notFound } from '../api-error.ts';
import type { Download } from '../drive/download.ts';
import { driveOperations } from '../drive/operations.ts';
import { parseMask, selectFields } from '../field-mask.ts';
import type { Json } from '../json.ts';
import { type Input, parameter } from '../operation.ts';
import { operations } from '../operations.ts';
import { readRequest } from '../schema/read-request.ts';
import { copyTo } from '../spreadsheets/copy-to.ts';
import { newWorkbook } from '../spreadsheets/new-workbook.ts';
import { spreadsheetJson } from '../spreadsheets/spreadsheet-json.ts';
import type { Store } from '../store/store.ts';
import type { TabFile } from '../workbook-file.ts';
import { executeDrive } from './execute-drive.ts';

/** Does one API call on the store. `undefined`: an answer without a body. Throws an `ApiError`. */
export function execute(
  store: Store,
  name: string,
  request: Input,
  content?: readonly TabFile[],
): Json | Download | undefined {
  const drive = driveOperations.get(name);
  if (drive !== undefined) return executeDrive(store, drive, request, content);
  const input = readRequest(name, request);
  const fields = parameter(input, 'fields');
  const whole = run(store, name, input);
  return fields === undefined ? whole : selectFields(whole, parseMask(fields));
}

function run(store: Store, name: string, input: Input): Json {
  if (name === 'spreadsheets.create') {
    const { workbook } = store.add(newWorkbook(store.newId(), input.body, store.mint()));
    return spreadsheetJson(workbook, { gridData: false, ranges: [], mask: parseMask('*') });
  }
  if (name === 'sheets.copyTo') return copyTo(store, input);
  const operation = operations.get(name);
  if (operation === undefined) throw new ApiError(404, 'Not Found');
  const id = input.path.spreadsheetId ?? '';
  if (!store.has(id)) throw notFound();
  return operation.writes ? store.write(id, operation, input) : operation.run(store.get(id).workbook, input);
}
