import { type JsonObject, objectOf } from '../json.ts';
import { isObjectSheet, type Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';

/** Google's `SheetProperties` of a tab. */
export function sheetPropertiesJson(workbook: Workbook, sheet: Sheet): JsonObject {
  const { sheetId, title, rowCount, columnCount, properties } = sheet.state;
  const { gridProperties, ...rest } = properties;
  return {
    sheetId,
    title,
    index: workbook.sheets.indexOf(sheet),
    ...(isObjectSheet(sheet)
      ? { sheetType: 'OBJECT' }
      : { sheetType: 'GRID', gridProperties: { rowCount, columnCount, ...objectOf(gridProperties) } }),
    ...rest,
  };
}
