import type { CellStyle, ColumnDef, RowDef, WriteSheet } from 'hucre';
import { formatArea } from '../../a1.ts';
import { rowsHiddenByFilter } from '../../filter/hidden-rows.ts';
import { numberOf, objectOf } from '../../json.ts';
import { DEFAULT_COLUMN_PIXELS, type Sheet } from '../../model/sheet.ts';
import type { Workbook } from '../../model/workbook.ts';
import { gridRange } from '../../range.ts';
import { argb } from './argb.ts';
import { type Outline, outlineOf } from './outline.ts';

/** In characters of the default font, which are 7 pixels wide; 5 pixels are margin. */
const widthOf = (pixels: number): number => Math.min(255, Math.max(0, (pixels - 5) / 7));
const POINTS_PER_PIXEL = 0.75;
const MOST_POINTS = 409;

/** What a tab is besides its cells and rules. `width`: columns in use. */
export function worksheetOf(
  workbook: Workbook,
  sheet: Sheet,
  name: string,
  width: number,
  columnStyles: ReadonlyMap<number, CellStyle>,
): WriteSheet {
  const { properties, basicFilter } = sheet.state;
  const grid = objectOf(properties.gridProperties);
  const rows = numberOf(grid.frozenRowCount) ?? 0;
  const columns = numberOf(grid.frozenColumnCount) ?? 0;
  const tabColor = argb(properties.tabColorStyle, properties.tabColor);
  const summaryBelow = grid.rowGroupControlAfter === true;
  const summaryRight = grid.columnGroupControlAfter === true;
  return {
    name,
    columns: columnsOf(sheet, width, columnStyles, outlineOf(sheet, 'COLUMNS', summaryRight)),
    rowDefs: rowsOf(sheet, outlineOf(sheet, 'ROWS', summaryBelow), rowsHiddenByFilter(workbook, sheet)),
    ...(sheet.list('rowGroups').length + sheet.list('columnGroups').length > 0 && {
      outlineProperties: { summaryBelow, summaryRight },
    }),
    merges: sheet.list('merges').map((json) => {
      const range = gridRange(workbook, json);
      const { startRow, startColumn: startCol } = range;
      return { startRow, startCol, endRow: range.endRow - 1, endCol: range.endColumn - 1 };
    }),
    ...(basicFilter !== undefined && {
      autoFilter: { range: formatArea(gridRange(workbook, objectOf(basicFilter.range))) },
    }),
    ...(rows + columns > 0 && { freezePane: { rows, columns } }),
    view: {
      ...(grid.hideGridlines === true && { showGridLines: false }),
      ...(properties.rightToLeft === true && { rightToLeft: true }),
      ...(tabColor !== undefined && { tabColor }),
    },
    ...(properties.hidden === true && { hidden: true }),
  };
}

function columnsOf(
  sheet: Sheet,
  width: number,
  styles: ReadonlyMap<number, CellStyle>,
  outline: ReadonlyMap<number, Outline>,
): ColumnDef[] {
  const { columnMetadata, columnCount } = sheet.state;
  const count = Math.min(columnCount, lastOf([width - 1, ...columnMetadata.keys(), ...outline.keys()]) + 1);
  return Array.from({ length: count }, (_, column) => {
    const { pixelSize, hiddenByUser } = columnMetadata.get(column) ?? {};
    const style = styles.get(column);
    return {
      width: widthOf(numberOf(pixelSize) ?? DEFAULT_COLUMN_PIXELS),
      ...outline.get(column),
      ...(hiddenByUser === true && { hidden: true }),
      ...(style !== undefined && { style }),
    };
  });
}

function rowsOf(
  sheet: Sheet,
  outline: ReadonlyMap<number, Outline>,
  filtered: ReadonlySet<number>,
): Map<number, RowDef> {
  const rows = new Map<number, RowDef>(outline);
  for (const [row, { pixelSize, hiddenByUser, hiddenByFilter }] of sheet.state.rowMetadata) {
    const pixels = numberOf(pixelSize);
    rows.set(row, {
      ...outline.get(row),
      ...(pixels !== undefined && { height: Math.min(MOST_POINTS, pixels * POINTS_PER_PIXEL) }),
      ...((hiddenByUser === true || hiddenByFilter === true) && { hidden: true }),
    });
  }
  for (const row of filtered) rows.set(row, { ...rows.get(row), hidden: true });
  return rows;
}

/** Not by `Math.max(...)`, which has a limit of arguments. */
export const lastOf = (indexes: Iterable<number>): number => {
  let last = -1;
  for (const index of indexes) last = Math.max(last, index);
  return last;
};
