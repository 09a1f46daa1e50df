import type { Sheet } from '../model/sheet.ts';
import type { Range } from '../range.ts';

/**
 * The last table within a range, as `values.append` looks for it: cells with values that touch each other, sideways or
 * at a corner. Undefined when the range is empty; then the append goes to its first cell.
 */
export function findTable(range: Range): Range | undefined {
  const { sheet } = range;
  for (let row = Math.min(range.endRow, sheet.cells.length) - 1; row >= range.startRow; row -= 1) {
    const end = Math.min(range.endColumn, sheet.cells.row(row)?.values.length ?? 0);
    for (let column = end - 1; column >= range.startColumn; column -= 1)
      if (sheet.cells.value(row, column) !== undefined) return grow(sheet, row, column);
  }
  return undefined;
}

/** The rectangle around one filled cell whose surroundings are empty. */
function grow(sheet: Sheet, row: number, column: number): Range {
  let [startRow, endRow, startColumn, endColumn] = [row, row + 1, column, column + 1];
  for (let changed = true; changed; ) {
    changed = false;
    // Rows first and to the end: tables are tall, and each step sideways looks along the whole height.
    while (startRow > 0 && anyFilled(sheet, startRow - 1, startRow, startColumn - 1, endColumn + 1)) {
      startRow -= 1;
      changed = true;
    }
    while (anyFilled(sheet, endRow, endRow + 1, startColumn - 1, endColumn + 1)) {
      endRow += 1;
      changed = true;
    }
    while (startColumn > 0 && anyFilled(sheet, startRow - 1, endRow + 1, startColumn - 1, startColumn)) {
      startColumn -= 1;
      changed = true;
    }
    while (anyFilled(sheet, startRow - 1, endRow + 1, endColumn, endColumn + 1)) {
      endColumn += 1;
      changed = true;
    }
  }
  return { sheet, startRow, endRow, startColumn, endColumn };
}

function anyFilled(sheet: Sheet, startRow: number, endRow: number, startColumn: number, endColumn: number): boolean {
  for (let row = Math.max(0, startRow); row < endRow; row += 1)
    for (let column = Math.max(0, startColumn); column < endColumn; column += 1)
      if (sheet.cells.value(row, column) !== undefined) return true;
  return false;
}
