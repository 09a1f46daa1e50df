import type { Sheet } from '../model/sheet.ts';

/** Up to the last row and column with a value; a dropdown or a colour alone does not count. */
export function usedArea(sheet: Sheet): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  for (let row = 0; row < sheet.cells.length; row += 1) {
    const width = sheet.cells.row(row)?.values.length ?? 0;
    if (width === 0) continue;
    rows = row + 1;
    columns = Math.max(columns, width);
  }
  return { rows, columns };
}
