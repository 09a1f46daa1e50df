import { cellOf, sizeOf } from '../areas.ts';
import type { Call } from '../call.ts';
import { compare } from '../coerce.ts';
import { isError, isRange, type Operand, type Scalar } from '../scalar.ts';
import type { Cells } from '../scope.ts';
import { hasWildcard, textMatcher } from './criterion.ts';

/** One row or one column of an operand, counted from 0. */
export interface Line {
  readonly operand: Operand;
  readonly length: number;
  at(index: number): Scalar;
}

export function columnOf(cells: Cells, operand: Operand, column: number): Line {
  const part = isRange(operand)
    ? { ...operand, startColumn: operand.startColumn + column, endColumn: operand.startColumn + column + 1 }
    : operand;
  const shift = isRange(operand) ? 0 : column;
  return { operand: part, length: sizeOf(operand).rows, at: (index) => cellOf(cells, part, index, shift) };
}

export function rowOf(cells: Cells, operand: Operand, row: number): Line {
  const part = isRange(operand)
    ? { ...operand, startRow: operand.startRow + row, endRow: operand.startRow + row + 1 }
    : operand;
  const shift = isRange(operand) ? 0 : row;
  return { operand: part, length: sizeOf(operand).columns, at: (index) => cellOf(cells, part, shift, index) };
}

/** An operand that is one row or one column. */
export function lineOf(call: Call, index: number): Line {
  const operand = call.operand(index);
  const { rows, columns } = sizeOf(operand);
  if (columns === 1) return columnOf(call.cells, operand, 0);
  if (rows === 1) return rowOf(call.cells, operand, 0);
  return call.fail('#N/A', `${call.name} range must be a single row or a single column.`);
}

type Key = string | number | boolean;

/** Where the wanted value stands first; undefined: nowhere. Case does not count. */
export function findExact(
  cells: Cells,
  line: Line,
  wanted: Exclude<Scalar, object>,
  wildcards: boolean,
): number | undefined {
  if (wanted === undefined) return undefined;
  if (wildcards && typeof wanted === 'string' && hasWildcard(wanted)) {
    const matches = textMatcher(wanted);
    for (let index = 0; index < line.length; index += 1) {
      const value = line.at(index);
      if (typeof value === 'string' && matches(value)) return index;
    }
    return undefined;
  }
  return indexOf(cells, line).get(keyOf(wanted));
}

const keyOf = (value: Key): Key => (typeof value === 'string' ? value.toLowerCase() : value);

/** First place of each value. Made once for a range of cells, since lookups come in columns. */
function indexOf(cells: Cells, { operand, length, at }: Line): ReadonlyMap<Key, number> {
  const name = isRange(operand)
    ? `find ${operand.sheet.id} ${operand.startRow} ${operand.endRow} ${operand.startColumn} ${operand.endColumn}`
    : undefined;
  const present = name === undefined ? undefined : cells.findings.get(name);
  if (present instanceof Map) return present;
  const found = new Map<Key, number>();
  const end =
    isRange(operand) && operand.endColumn === operand.startColumn + 1
      ? Math.min(length, operand.sheet.cells.length - operand.startRow)
      : length;
  for (let index = 0; index < end; index += 1) {
    const value = at(index);
    if (value === undefined || isError(value)) continue;
    const key = keyOf(value);
    if (!found.has(key)) found.set(key, index);
  }
  if (name !== undefined) cells.findings.set(name, found);
  return found;
}

/**
 * In a sorted line, the last place whose value is not above the wanted one (`ascending`), or not below it. Values of
 * another kind are passed over.
 */
export function findSorted(line: Line, wanted: Exclude<Scalar, object>, ascending = true): number | undefined {
  if (wanted === undefined) return undefined;
  let found: number | undefined;
  for (let index = 0; index < line.length; index += 1) {
    const value = line.at(index);
    if (typeof value !== typeof wanted) continue;
    const order = compare(value, wanted);
    if (ascending ? order <= 0 : order >= 0) found = index;
    else break;
  }
  return found;
}
