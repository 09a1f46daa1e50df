import { invalid } from '../api-error.ts';
import { type JsonObject, numberOf, stringOf } from '../json.ts';
import type { Input } from '../operation.ts';
import type { Store } from '../store/store.ts';
import { copySheet } from '../structure/copy-sheet.ts';
import { checkCellCount } from '../structure/resize.ts';
import { sheetPropertiesJson } from './sheet-properties-json.ts';

/** Copies a tab into another workbook, or into the same one, behind its last tab. */
export function copyTo(store: Store, { path, body }: Input): JsonObject {
  const source = store.get(path.spreadsheetId ?? '').workbook.sheet(numberOf(path.sheetId) ?? -1);
  if (source === undefined) throw invalid(`The sheet (${path.sheetId}) was not found.`);
  const destination = store.get(stringOf(body.destinationSpreadsheetId) ?? '').workbook.fork();
  const copy = copySheet(destination, source, store.mint(), {});
  destination.sheets.push(copy);
  checkCellCount(destination);
  store.add(destination);
  return sheetPropertiesJson(destination, copy);
}
