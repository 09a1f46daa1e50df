import { arrayOf, type JsonObject, numberOf, objectOf, stringOf } from '../json.ts';
import type { Mint } from '../mint.ts';
import { newSheet } from '../model/sheet.ts';
import { Workbook } from '../model/workbook.ts';
import { addSheet } from '../requests/add-sheet.ts';
import { requireZone } from '../requests/update-spreadsheet-properties.ts';
import { setSpreadsheetProperties } from './spreadsheet-properties.ts';

export const emptyWorkbook = (id: string, title: string): Workbook =>
  new Workbook(
    { id, title, locale: 'en_US', timeZone: 'Etc/GMT', properties: {}, namedRanges: [], developerMetadata: [] },
    [],
  );

/** The workbook that a `Spreadsheet` describes; without sheets it has the one that every new spreadsheet has. */
export function newWorkbook(id: string, body: JsonObject, mint: Mint): Workbook {
  const workbook = emptyWorkbook(id, 'Untitled spreadsheet');
  const { defaultFormat: _, spreadsheetTheme: __, autoRecalc: ___, ...properties } = objectOf(body.properties);
  const zone = stringOf(properties.timeZone);
  if (zone !== undefined) requireZone(zone);
  setSpreadsheetProperties(workbook, properties);
  const sheets = arrayOf(body.sheets);
  if (sheets.length === 0) workbook.sheets.push(newSheet(0, 'Sheet1'));
  for (const [index, sheet] of sheets.entries()) {
    const given = objectOf(objectOf(sheet).properties);
    // The first sheet of a spreadsheet has the id 0 unless the caller chose another.
    const sheetId = numberOf(given.sheetId) ?? (index === 0 ? 0 : undefined);
    addSheet.run(workbook, { properties: { ...given, ...(sheetId === undefined ? {} : { sheetId }) } }, mint);
  }
  return workbook;
}
