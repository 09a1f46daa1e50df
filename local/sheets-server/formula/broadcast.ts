import { cellOf, isMany, sizeOf } from './areas.ts';
import { Failure, type Matrix, type Operand, type Scalar } from './scalar.ts';
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
  const pick = (index: number, row: number, column: number): Scalar => {
    const size = sizes[index] ?? { rows: 1, columns: 1 };
    const [y, x] = [size.rows === 1 ? 0 : row, size.columns === 1 ? 0 : column];
    return y >= size.rows || x >= size.columns ? PAST_END : cellOf(scope.cells, operands[index], y, x);
  };
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) =>
      outcome(() => {
        const result = work(operands.map((___, index) => pick(index, row, column)));
        return cellOf(scope.cells, result, 0, 0);
      }),
    ),
  );
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
