import type { ColumnDef, RowDef, WriteSheet } from 'hucre';
import { numberOf, objectOf } from '../../json.ts';
import { DEFAULT_COLUMN_PIXELS, type Sheet } from '../../model/sheet.ts';
import type { Workbook } from '../../model/workbook.ts';
import { hexOf } from '../../page/colours.ts';
import { gridRange } from '../../range.ts';

/** In characters of the default font, which are 7 pixels wide; 5 pixels are margin. */
const widthOf = (pixels: number): number => Math.min(255, Math.max(0, (pixels - 5) / 7));
const POINTS_PER_PIXEL = 0.75;
const MOST_POINTS = 409;

/** What a tab is besides its cells and rules. `width`: columns in use. */
export function worksheetOf(workbook: Workbook, sheet: Sheet, name: string, width: number): WriteSheet {
  const { properties } = sheet.state;
  const grid = objectOf(properties.gridProperties);
  const rows = numberOf(grid.frozenRowCount) ?? 0;
  const columns = numberOf(grid.frozenColumnCount) ?? 0;
  const tab = hexOf(properties.tabColorStyle, properties.tabColor);
  return {
    name,
    columns: columnsOf(sheet, width),
    rowDefs: rowsOf(sheet),
    merges: sheet.list('merges').map((json) => {
      const range = gridRange(workbook, json);
      const { startRow, startColumn: startCol } = range;
      return { startRow, startCol, endRow: range.endRow - 1, endCol: range.endColumn - 1 };
    }),
    ...(rows + columns > 0 && { freezePane: { rows, columns } }),
    view: {
      ...(grid.hideGridlines === true && { showGridLines: false }),
      ...(properties.rightToLeft === true && { rightToLeft: true }),
      ...(tab !== undefined && { tabColor: { rgb: `FF${tab.slice(1).toUpperCase()}` } }),
    },
    ...(properties.hidden === true && { hidden: true }),
  };
}

function columnsOf(sheet: Sheet, width: number): ColumnDef[] {
  const { columnMetadata, columnCount } = sheet.state;
  const count = Math.min(
    columnCount,
    [...columnMetadata.keys()].reduce((most, key) => Math.max(most, key + 1), width),
  );
  return Array.from({ length: count }, (_, column) => {
    const { pixelSize, hiddenByUser } = columnMetadata.get(column) ?? {};
    return {
      width: widthOf(numberOf(pixelSize) ?? DEFAULT_COLUMN_PIXELS),
      ...(hiddenByUser === true && { hidden: true }),
    };
  });
}

function rowsOf(sheet: Sheet): Map<number, RowDef> {
  const rows = new Map<number, RowDef>();
  for (const [row, { pixelSize, hiddenByUser, hiddenByFilter }] of sheet.state.rowMetadata) {
    const pixels = numberOf(pixelSize);
    rows.set(row, {
      ...(pixels !== undefined && { height: Math.min(MOST_POINTS, pixels * POINTS_PER_PIXEL) }),
      ...((hiddenByUser === true || hiddenByFilter === true) && { hidden: true }),
    });
  }
  return rows;
}
