import { shiftReferences } from '../formula/shift-references.ts';
import { type CellExtras, type CellFormat, type CellValue, isFormula } from '../model/cell.ts';
import type { Range } from '../range.ts';
import type { PasteParts } from './paste-parts.ts';

interface Cell {
  readonly value: CellValue | undefined;
  readonly format: CellFormat | undefined;
  readonly extras: CellExtras | undefined;
}

/** The cells of some rows, within the columns of the range. */
export function takeRows({ sheet, startColumn, endColumn }: Range, rows: readonly number[]): Cell[][] {
  const { cells } = sheet;
  return rows.map((row) => {
    const line: Cell[] = [];
    for (let column = startColumn; column < endColumn; column += 1)
      line.push({
        value: cells.value(row, column),
        format: cells.format(row, column),
        extras: cells.extras(row, column),
      });
    return line;
  });
}

const ALL: PasteParts = { value: true, format: true, extras: true };
const STILL = { row: 0, column: 0 };

/** Writes cells from the range's first cell on; formulas that `moved` from elsewhere are adjusted. */
export function writeRows(
  { sheet, startRow, startColumn }: Range,
  rows: readonly (readonly Cell[])[],
  parts = ALL,
  moved = STILL,
): void {
  for (const [offset, line] of rows.entries()) {
    for (const [index, cell] of line.entries()) {
      const row = startRow + offset;
      const column = startColumn + index;
      if (parts.value) sheet.cells.setValue(row, column, movedValue(cell.value, moved));
      if (parts.format) sheet.cells.setFormat(row, column, cell.format);
      if (parts.extras) sheet.cells.setExtras(row, column, cell.extras);
    }
  }
}

const movedValue = (value: CellValue | undefined, { row, column }: typeof STILL): CellValue | undefined =>
  isFormula(value) ? { formula: shiftReferences(value.formula, row, column) } : value;
