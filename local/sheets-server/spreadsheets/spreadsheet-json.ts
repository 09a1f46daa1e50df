import { type MaskTree, wants } from '../field-mask.ts';
import type { JsonObject } from '../json.ts';
import { locationOf } from '../metadata/location.ts';
import { COLLECTIONS, type Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { type Range, wholeSheet } from '../range.ts';
import { namedByHeader } from '../requests/table.ts';
import { gridDataJson } from './grid-data-json.ts';
import { sheetPropertiesJson } from './sheet-properties-json.ts';
import { spreadsheetPropertiesJson } from './spreadsheet-properties.ts';

export interface Shown {
  /** With the cells. */
  readonly gridData: boolean;
  /** Only these parts; empty for everything. */
  readonly ranges: readonly Range[];
  /** Parts that the mask leaves out need not be made. */
  readonly mask: MaskTree;
}

/** Google's `Spreadsheet`. */
export function spreadsheetJson(workbook: Workbook, shown: Shown): JsonObject {
  const { namedRanges, developerMetadata } = workbook.state;
  const sheets = shown.ranges.length === 0 ? workbook.sheets : [...new Set(shown.ranges.map((range) => range.sheet))];
  const ofWorkbook = developerMetadata.filter((item) => locationOf(workbook, item)?.type === 'SPREADSHEET');
  return {
    spreadsheetId: workbook.id,
    properties: spreadsheetPropertiesJson(workbook),
    sheets: sheets.map((sheet) => sheetJson(workbook, sheet, shown)),
    ...(namedRanges.length === 0 ? {} : { namedRanges }),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${workbook.id}/edit`,
    ...(ofWorkbook.length === 0 ? {} : { developerMetadata: ofWorkbook }),
  };
}

function sheetJson(workbook: Workbook, sheet: Sheet, shown: Shown): JsonObject {
  const out: Record<string, JsonObject[string]> = { properties: sheetPropertiesJson(workbook, sheet) };
  if (shown.gridData && wants(shown.mask, 'sheets', 'data')) {
    const ranges = shown.ranges.filter((range) => range.sheet === sheet);
    out.data = (ranges.length === 0 ? [wholeSheet(sheet)] : ranges).map((range) => gridDataJson(workbook, range));
  }
  for (const name of COLLECTIONS) if (sheet.list(name).length > 0) out[name] = sheet.list(name);
  if (sheet.list('tables').length > 0) out.tables = sheet.list('tables').map((table) => namedByHeader(sheet, table));
  if (sheet.state.basicFilter !== undefined) out.basicFilter = sheet.state.basicFilter;
  const metadata = workbook.state.developerMetadata.filter((item) => {
    const location = locationOf(workbook, item);
    return location?.type === 'SHEET' && location.range?.sheet === sheet;
  });
  if (metadata.length > 0) out.developerMetadata = metadata;
  return out;
}
