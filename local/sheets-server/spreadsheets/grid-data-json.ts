import { effectiveValue, extendedValue, shownFormat } from '../cell-view.ts';
import { type CellLooks, cellLooks } from '../conditional-format/cell-looks.ts';
import { rowsHiddenByFilter } from '../filter/hidden-rows.ts';
import type { Json, JsonObject } from '../json.ts';
import { locationOf } from '../metadata/location.ts';
import { DEFAULT_COLUMN_PIXELS, DEFAULT_ROW_PIXELS, type Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { renderValue } from '../number-format.ts';
import type { Range } from '../range.ts';
import { answeredFormat } from './answered-format.ts';
import { computedLink } from './computed-link.ts';
import { effectiveFormat } from './effective-format.ts';

/** Google's `GridData` of a range. Rows without any cell come as `{}`; those after the last one are left out. */
export function gridDataJson(workbook: Workbook, range: Range): JsonObject {
  const { sheet, startRow, startColumn, endColumn } = range;
  const last = Math.min(range.endRow, sheet.cells.length);
  const looks = cellLooks(workbook, sheet);
  const rowData: JsonObject[] = [];
  for (let row = startRow; row < last; row += 1) rowData.push(rowJson(workbook, range, row, looks));
  const metadata = (type: 'ROW' | 'COLUMN') => metadataByIndex(workbook, sheet, type);
  return {
    ...(startRow === 0 ? {} : { startRow }),
    ...(startColumn === 0 ? {} : { startColumn }),
    ...(rowData.length === 0 ? {} : { rowData }),
    rowMetadata: dimensions(rowMetadata(workbook, sheet), startRow, range.endRow, DEFAULT_ROW_PIXELS, metadata('ROW')),
    columnMetadata: dimensions(
      sheet.state.columnMetadata,
      startColumn,
      endColumn,
      DEFAULT_COLUMN_PIXELS,
      metadata('COLUMN'),
    ),
  };
}

/** What the basic filter hides stands with what people set. */
function rowMetadata(workbook: Workbook, sheet: Sheet): ReadonlyMap<number, JsonObject> {
  const hidden = rowsHiddenByFilter(workbook, sheet);
  if (hidden.size === 0) return sheet.state.rowMetadata;
  const all = new Map(sheet.state.rowMetadata);
  for (const row of hidden) all.set(row, { ...all.get(row), hiddenByFilter: true });
  return all;
}

function rowJson(
  workbook: Workbook,
  { sheet, startColumn, endColumn }: Range,
  row: number,
  looks: CellLooks,
): JsonObject {
  const width = Math.max(sheet.cells.width(row), row < looks.rows ? looks.columns : 0);
  const values: JsonObject[] = [];
  for (let column = startColumn; column < Math.min(endColumn, width); column += 1)
    values.push(cellJson(workbook, sheet, row, column, looks));
  while (values.length > 0 && Object.keys(values.at(-1) ?? {}).length === 0) values.pop();
  return values.length === 0 ? {} : { values };
}

function cellJson(workbook: Workbook, sheet: Sheet, row: number, column: number, looks: CellLooks): JsonObject {
  const entered = sheet.cells.value(row, column);
  const format = sheet.cells.format(row, column);
  const extras = sheet.cells.extras(row, column);
  const look = looks.formatAt(row, column);
  if (entered === undefined && look === undefined && extras === undefined) return {};
  const value = effectiveValue(workbook, sheet, row, column);
  const link = computedLink(workbook, sheet, row, column);
  const out: Record<string, Json> = {};
  if (entered !== undefined) out.userEnteredValue = extendedValue(entered);
  if (value !== undefined) {
    out.effectiveValue = extendedValue(value);
    out.formattedValue = renderValue(value, shownFormat(workbook, sheet, row, column), workbook.state.locale);
  }
  if (format !== undefined) out.userEnteredFormat = answeredFormat(format);
  out.effectiveFormat = effectiveFormat(look);
  if (link !== undefined) out.hyperlink = link;
  return { ...out, ...extras };
}

function dimensions(
  metadata: ReadonlyMap<number, JsonObject>,
  start: number,
  end: number,
  pixelSize: number,
  developer: ReadonlyMap<number, readonly JsonObject[]>,
): JsonObject[] {
  return Array.from({ length: end - start }, (_, offset) => {
    const developerMetadata = developer.get(start + offset);
    return { pixelSize, ...metadata.get(start + offset), ...(developerMetadata && { developerMetadata }) };
  });
}

/** The developer metadata of the rows or columns of a tab, by their index. */
function metadataByIndex(workbook: Workbook, sheet: Sheet, type: 'ROW' | 'COLUMN'): Map<number, JsonObject[]> {
  const found = new Map<number, JsonObject[]>();
  for (const item of workbook.state.developerMetadata) {
    const location = locationOf(workbook, item);
    if (location?.type !== type || location.range?.sheet !== sheet) continue;
    const index = type === 'ROW' ? location.range.startRow : location.range.startColumn;
    found.set(index, [...(found.get(index) ?? []), item]);
  }
  return found;
}
