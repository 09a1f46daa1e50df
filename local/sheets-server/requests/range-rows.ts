import { effectiveValue } from '../cell-view.ts';
import { shiftReferences } from '../formula/shift-references.ts';
import { type CellExtras, type CellFormat, type CellValue, isFormula } from '../model/cell.ts';
import type { Workbook } from '../model/workbook.ts';
import type { Range } from '../range.ts';
import type { PasteParts } from './paste-parts.ts';

export interface Cell {
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

/** The same with every formula turned into what it comes to; one that cannot be computed stays a formula. */
export function takeShown(workbook: Workbook, range: Range, rows: readonly number[]): Cell[][] {
  return takeRows(range, rows).map((line, index) =>
    line.map((cell, offset) => {
      if (!isFormula(cell.value)) return cell;
      const value = effectiveValue(workbook, range.sheet, rows[index] ?? 0, range.startColumn + offset);
      return value === undefined ? cell : { ...cell, value: typeof value === 'object' ? value.error : value };
    }),
  );
}

const EMPTY: Cell = { value: undefined, format: undefined, extras: undefined };

/** Empty rows as wide as the range. */
export const clearedRows = ({ startColumn, endColumn }: Range, count: number): Cell[][] =>
  Array.from({ length: count }, () => Array<Cell>(endColumn - startColumn).fill(EMPTY));

const ALL: PasteParts = { value: 'entered', format: 'all', extras: 'all' };
const STILL = { row: 0, column: 0 };

/** Writes cells from the range's first cell on; formulas that `moved` from elsewhere are adjusted. */
export function writeRows(
  { sheet, startRow, startColumn }: Range,
  rows: readonly (readonly Cell[])[],
  parts = ALL,
  moved = STILL,
): void {
  const { cells } = sheet;
  for (const [offset, line] of rows.entries()) {
    for (const [index, cell] of line.entries()) {
      const row = startRow + offset;
      const column = startColumn + index;
      if (parts.value !== 'no') cells.setValue(row, column, movedValue(cell.value, moved));
      if (parts.format !== 'no') cells.setFormat(row, column, pastedFormat(cell.format, parts));
      if (parts.extras !== 'no') cells.setExtras(row, column, pastedExtras(cell, cells.extras(row, column), parts));
    }
  }
}

const movedValue = (value: CellValue | undefined, { row, column }: typeof STILL): CellValue | undefined =>
  isFormula(value) ? { formula: shiftReferences(value.formula, row, column) } : value;

function pastedFormat(format: CellFormat | undefined, parts: PasteParts): CellFormat | undefined {
  if (format === undefined || parts.format === 'all') return format;
  const { borders: _, ...rest } = format;
  return Object.keys(rest).length === 0 ? undefined : rest;
}

function pastedExtras({ extras }: Cell, present: CellExtras | undefined, parts: PasteParts): CellExtras | undefined {
  if (parts.extras === 'all') return extras;
  const { dataValidation: _, ...kept } = present ?? {};
  const validation = extras?.dataValidation;
  const next = { ...kept, ...(validation === undefined ? {} : { dataValidation: validation }) };
  return Object.keys(next).length === 0 ? undefined : next;
}
