import { cellOf, isMany, readerOf, type Size, sizeOf } from './areas.ts';
import { Failure, isMatrix, isRange, type Matrix, type Operand, type Scalar } from './scalar.ts';
import type { Scope } from './scope.ts';

const PAST_END: Scalar = { error: '#N/A', message: 'Argument out of range.' };

/**
 * `work` on each cell of operands that have many: one row or one column stands for all, and past the end of a shorter
 * one is #N/A. Undefined when each has a single cell.
 */
export function broadcast(
  operands: readonly Operand[],
  scope: Scope,
  work: (values: readonly Scalar[]) => Operand,
): Matrix | undefined {
  if (!operands.some(isMany)) return undefined;
  const sizes = operands.map(sizeOf);
  const rows = Math.max(...sizes.map((size) => size.rows));
  const columns = Math.max(...sizes.map((size) => size.columns));
  const picks = operands.map((operand, index) => pickerOf(operand, sizes[index] ?? SINGLE, scope));
  const out: Scalar[][] = [];
  for (let row = 0; row < rows; row += 1) {
    const line: Scalar[] = [];
    for (let column = 0; column < columns; column += 1)
      line.push(
        outcome(() => {
          const result = work(picks.map((pick) => pick(row, column)));
          return isMatrix(result) || isRange(result) ? cellOf(scope.cells, result, 0, 0) : result;
        }),
      );
    out.push(line);
  }
  return out;
}

const SINGLE: Size = { rows: 1, columns: 1 };

function pickerOf(operand: Operand, size: Size, { cells }: Scope): (row: number, column: number) => Scalar {
  const read = readerOf(cells, operand);
  if (size.rows === 1 && size.columns === 1) {
    const only = read(0, 0);
    return () => only;
  }
  return (row, column) => {
    const [y, x] = [size.rows === 1 ? 0 : row, size.columns === 1 ? 0 : column];
    return y >= size.rows || x >= size.columns ? PAST_END : read(y, x);
  };
}

/** What `compute` comes to; a thrown error as the value that it is. */
export function outcome<T extends Operand>(compute: () => T): T | Failure['value'] {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Failure) return error.value;
    throw error;
  }
}
