import { type JsonObject, numberOf, objectOf } from '../json.ts';
import { DEFAULT_COLUMN_PIXELS, type Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { hexOf, inBothModes } from './colours.ts';
import { filtersWire } from './filter-wire.ts';
import { isReadOnly, lockedAreas } from './locked-areas.ts';
import { usedArea } from './used-area.ts';
import type { AreaWire, BookWire, TabWire } from './wire.ts';

const MOST_PIXELS = 1200;

export const bookWire = (workbook: Workbook, version: number): BookWire => ({
  title: workbook.state.title,
  version,
  tabs: workbook.sheets
    .filter((sheet) => sheet.state.properties.hidden !== true)
    .map((sheet) => {
      const { tabColorStyle, tabColor } = sheet.state.properties;
      const hex = hexOf(tabColorStyle, tabColor);
      return {
        id: sheet.id,
        title: sheet.title,
        readOnly: isReadOnly(sheet),
        ...(hex !== undefined && { colour: inBothModes(hex, 'series') }),
      };
    }),
});

/** Everything of a tab but its cells and charts; with one of its filter views open when one is given. */
export function tabWire(workbook: Workbook, sheet: Sheet, version: number, view?: number): TabWire {
  const { rowCount, columnCount, properties, rowMetadata, columnMetadata } = sheet.state;
  const grid = objectOf(properties.gridProperties);
  const used = usedArea(sheet);
  return {
    id: sheet.id,
    title: sheet.title,
    version,
    rows: rowCount,
    columns: columnCount,
    usedRows: used.rows,
    usedColumns: used.columns,
    frozenRows: numberOf(grid.frozenRowCount) ?? 0,
    frozenColumns: numberOf(grid.frozenColumnCount) ?? 0,
    gridlines: grid.hideGridlines !== true,
    widths: sizes(columnMetadata),
    heights: sizes(rowMetadata),
    defaultWidth: DEFAULT_COLUMN_PIXELS,
    merges: sheet.list('merges').map(area),
    locked: lockedAreas(sheet),
    charts: sheet.list('charts').length,
    ...filtersWire(workbook, sheet, view),
  };
}

const sizes = (metadata: ReadonlyMap<number, JsonObject>): [number, number][] =>
  [...metadata].flatMap(([index, { hiddenByUser, pixelSize }]) => {
    const pixels = hiddenByUser === true ? 0 : numberOf(pixelSize);
    return pixels === undefined ? [] : [[index, Math.min(MOST_PIXELS, Math.max(0, pixels))]];
  });

function area(merge: JsonObject): AreaWire {
  const startRow = numberOf(merge.startRowIndex) ?? 0;
  const startColumn = numberOf(merge.startColumnIndex) ?? 0;
  return {
    startRow,
    endRow: numberOf(merge.endRowIndex) ?? startRow + 1,
    startColumn,
    endColumn: numberOf(merge.endColumnIndex) ?? startColumn + 1,
  };
}
