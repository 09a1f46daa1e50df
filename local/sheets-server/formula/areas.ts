import type { Range } from '../range.ts';
import { plainColumn } from './plain-column.ts';
import { Failure, isMatrix, isRange, isSingle, type Matrix, type Operand, type Scalar } from './scalar.ts';
import type { Cells, Scope } from './scope.ts';

/** Calls `visit` for every cell that holds something, row by row. */
export function eachFilled(
  cells: Cells,
  { sheet, startRow, endRow, startColumn, endColumn }: Range,
  visit: (value: Exclude<Scalar, undefined>, row: number, column: number) => void,
): void {
  const last = Math.min(endRow, sheet.cells.length);
  const plain = endColumn === startColumn + 1 ? plainColumn(cells, sheet, startColumn, last - startRow) : undefined;
  if (plain !== undefined) {
    for (let row = startRow; row < last; row += 1) {
      const value = plain[row];
      if (value !== undefined) visit(value, row, startColumn);
    }
    return;
  }
  for (let row = startRow; row < last; row += 1) {
    const values = sheet.cells.row(row)?.values;
    if (values === undefined) continue;
    const end = Math.min(endColumn, values.length);
    for (let column = startColumn; column < end; column += 1) {
      const entered = values[column];
      if (entered === undefined) continue;
      const value = typeof entered === 'object' ? cells.value(sheet, row, column) : entered;
      if (value !== undefined) visit(value, row, column);
    }
  }
}

/** All cells of an operand as rows; a single value is one cell. */
export function matrixOf(cells: Cells, operand: Operand): Matrix {
  if (isMatrix(operand)) return operand;
  if (!isRange(operand)) return [[operand]];
  const { startRow, endRow, startColumn, endColumn } = operand;
  const read = readerOf(cells, operand);
  const rows: Scalar[][] = [];
  for (let row = 0; row < endRow - startRow; row += 1) {
    const line: Scalar[] = [];
    for (let column = 0; column < endColumn - startColumn; column += 1) line.push(read(row, column));
    rows.push(line);
  }
  return rows;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

export function sizeOf(operand: Operand): Size {
  if (isMatrix(operand)) return { rows: operand.length, columns: operand[0]?.length ?? 0 };
  if (!isRange(operand)) return { rows: 1, columns: 1 };
  return { rows: operand.endRow - operand.startRow, columns: operand.endColumn - operand.startColumn };
}

/** A cell of an operand, counted from its first row and column. */
export function cellOf(cells: Cells, operand: Operand, row: number, column: number): Scalar {
  if (isMatrix(operand)) return operand[row]?.[column];
  if (!isRange(operand)) return row === 0 && column === 0 ? operand : undefined;
  return cells.value(operand.sheet, operand.startRow + row, operand.startColumn + column);
}

/** The same for many cells of one operand. */
export function readerOf(cells: Cells, operand: Operand): (row: number, column: number) => Scalar {
  if (!isRange(operand)) return (row, column) => cellOf(cells, operand, row, column);
  const { sheet, startRow, startColumn, endRow, endColumn } = operand;
  const plain = endColumn === startColumn + 1 ? plainColumn(cells, sheet, startColumn, endRow - startRow) : undefined;
  if (plain !== undefined) return (row) => plain[startRow + row];
  return (row, column) => {
    const entered = sheet.cells.row(startRow + row)?.values[startColumn + column];
    return typeof entered === 'object' ? cells.value(sheet, startRow + row, startColumn + column) : entered;
  };
}

/** One value of an operand: of a range, the cell in the row or column of the formula; of an array, the first. */
export function scalarOf(operand: Operand, scope: Scope): Scalar {
  if (isMatrix(operand)) return operand[0]?.[0];
  if (!isRange(operand)) return operand;
  const { sheet, startRow, endRow, startColumn, endColumn } = operand;
  if (isSingle(operand)) return scope.cells.value(sheet, startRow, startColumn);
  if (endColumn === startColumn + 1 && scope.row >= startRow && scope.row < endRow)
    return scope.cells.value(sheet, scope.row, startColumn);
  if (endRow === startRow + 1 && scope.column >= startColumn && scope.column < endColumn)
    return scope.cells.value(sheet, startRow, scope.column);
  throw new Failure('#VALUE!', 'An array value could not be found.');
}

/** Whether an operand has more than one cell. */
export function isMany(operand: Operand): operand is Matrix | Range {
  if (isMatrix(operand)) return operand.length !== 1 || operand[0]?.length !== 1;
  return isRange(operand) && !isSingle(operand);
}
