import { ApiError, notFound } from '../api-error.ts';
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

/** Does one API call on the store. `undefined`: an answer without a body. Throws an `ApiError`. */
export function execute(store: Store, name: string, request: Input): Json | undefined {
  const input = readRequest(name, request);
  const fields = parameter(input, 'fields') ?? driveOperations.get(name)?.defaultFields;
  // A bad mask is refused before anything is applied.
  const mask = fields === undefined ? undefined : parseMask(fields);
  const whole = run(store, name, input);
  return mask === undefined || whole === undefined ? whole : selectFields(whole, mask);
}

function run(store: Store, name: string, input: Input): Json | undefined {
  if (name === 'spreadsheets.create') {
    const { workbook } = store.add(newWorkbook(store.newId(), input.body, store.mint()));
    return spreadsheetJson(workbook, { gridData: false, ranges: [], mask: parseMask('*') });
  }
  if (name === 'sheets.copyTo') return copyTo(store, input);
  const drive = driveOperations.get(name);
  if (drive !== undefined) return drive.run(store, input);
  const operation = operations.get(name);
  if (operation === undefined) throw new ApiError(404, 'Not Found');
  const id = input.path.spreadsheetId ?? '';
  if (!store.has(id)) throw notFound();
  return operation.writes ? store.write(id, operation, input) : operation.run(store.get(id).workbook, input);
}
