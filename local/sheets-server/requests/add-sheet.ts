import { invalid } from '../api-error.ts';
import { type JsonObject, numberOf, objectOf, stringOf } from '../json.ts';
import { newSheet, type Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { applySheetProperties } from '../spreadsheets/apply-sheet-properties.ts';
import { sheetPropertiesJson } from '../spreadsheets/sheet-properties-json.ts';
import { checkCellCount } from '../structure/resize.ts';
import { requestKind } from './request-kind.ts';

export const addSheet = requestKind({
  name: 'addSheet',
  check(draft, request) {
    const properties = objectOf(request.properties);
    checkNewSheet(draft, properties);
    checkFrozen(objectOf(properties.gridProperties));
    return properties;
  },
  apply(draft, properties, mint) {
    const sheetId = numberOf(properties.sheetId) ?? mint.number((id) => draft.sheet(id) !== undefined);
    const sheet = sheetFrom(draft, properties, sheetId);
    const index = numberOf(properties.index) ?? draft.sheets.length;
    draft.sheets.splice(index, 0, sheet);
    checkCellCount(draft);
    return { addSheet: { properties: sheetPropertiesJson(draft, sheet) } };
  },
});

/** Some rows and columns of a tab must scroll. */
export function checkFrozen({ rowCount, columnCount, frozenRowCount, frozenColumnCount }: JsonObject): void {
  if ((numberOf(rowCount) ?? 1000) <= (numberOf(frozenRowCount) ?? 0))
    throw invalid("You can't freeze all visible rows on the sheet.");
  if ((numberOf(columnCount) ?? 26) <= (numberOf(frozenColumnCount) ?? 0))
    throw invalid("You can't freeze all visible columns on the sheet.");
}

/** The id and the title of a tab must be free. */
export function checkNewSheet(draft: Workbook, properties: JsonObject): void {
  const id = numberOf(properties.sheetId);
  if (id !== undefined && id < 0) throw invalid(`Sheet id ${id} must not be negative.`);
  if (id !== undefined && draft.sheet(id) !== undefined)
    throw invalid(`Sheet with ID ${id} already exists. Please choose another ID.`);
  const title = stringOf(properties.title);
  if (title !== undefined) checkTitle(draft, title);
}

export function checkTitle(draft: Workbook, title: string, own?: Sheet): void {
  if (title === '') throw invalid('The sheet name cannot be empty.');
  if (title.length > 100) throw invalid('The sheet name cannot be greater than 100 characters.');
  const holder = draft.sheetByTitle(title);
  if (holder !== undefined && holder !== own)
    throw invalid(`A sheet with the name "${title}" already exists. Please enter another name.`);
}

function sheetFrom(draft: Workbook, properties: JsonObject, sheetId: number): Sheet {
  const grid = objectOf(properties.gridProperties);
  const title = stringOf(properties.title) ?? freeTitle(draft);
  const sheet = newSheet(sheetId, title, numberOf(grid.rowCount) ?? 1000, numberOf(grid.columnCount) ?? 26);
  applySheetProperties(sheet, properties);
  return sheet;
}

function freeTitle(draft: Workbook): string {
  for (let number = draft.sheets.length + 1; ; number += 1)
    if (draft.sheetByTitle(`Sheet${number}`) === undefined) return `Sheet${number}`;
}
