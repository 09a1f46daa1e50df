import type { Sheet } from '../model/sheet.ts';
import type { Scalar } from './scalar.ts';
import type { Cells } from './scope.ts';

/** Shorter ranges are read cell by cell. */
const WORTH_IT = 500;

/**
 * The values of a column without formulas, for ranges that are read again and again: one array is many times faster to
 * run through than as many rows. Undefined when there are formulas, or it is not worth it.
 */
export function plainColumn(cells: Cells, sheet: Sheet, column: number, rows: number): readonly Scalar[] | undefined {
  if (rows < WORTH_IT) return undefined;
  const key = `column ${sheet.id} ${column}`;
  const known = cells.findings.get(key) as readonly Scalar[] | null | undefined; // written below
  if (known !== undefined) return known ?? undefined;
  const values = read(sheet, column);
  cells.findings.set(key, values);
  return values ?? undefined;
}

function read(sheet: Sheet, column: number): Scalar[] | null {
  const values: Scalar[] = [];
  for (let row = 0; row < sheet.cells.length; row += 1) {
    const entered = sheet.cells.value(row, column);
    if (typeof entered === 'object') return null;
    values.push(entered);
  }
  return values;
}
