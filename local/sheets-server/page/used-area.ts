import type { Sheet } from '../model/sheet.ts';

/** The part of a tab that holds anything, at least one cell: what a page needs to show. */
export function usedArea(sheet: Sheet): { rows: number; columns: number } {
  let rows = 1;
  let columns = 1;
  for (let row = 0; row < sheet.cells.length; row += 1) {
    const own = sheet.cells.row(row);
    const width = Math.max(own?.values.length ?? 0, own?.extras?.length ?? 0);
    if (width === 0) continue;
    rows = row + 1;
    columns = Math.max(columns, width);
  }
  return { rows: Math.min(rows, sheet.state.rowCount), columns: Math.min(columns, sheet.state.columnCount) };
}
