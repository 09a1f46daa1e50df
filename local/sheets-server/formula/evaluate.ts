import { isFormula, type PlainValue } from '../model/cell.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { Calculation, isUnknown } from './calculation.ts';
import type { Scalar } from './scalar.ts';

interface Known {
  readonly calculation: Calculation;
  readonly stamp: readonly unknown[];
}

const known = new WeakMap<Workbook, Known>();

/** What is known of the formulas of a workbook, as long as neither it nor the day or second that they use has changed. */
export function calculationOf(workbook: Workbook): Calculation {
  const present = known.get(workbook);
  const stamp = stampOf(workbook);
  if (present !== undefined && sameStamp(present.stamp, stamp) && isFresh(present.calculation))
    return present.calculation;
  const calculation = new Calculation(workbook);
  known.set(workbook, { calculation, stamp });
  return calculation;
}

/** What a formula would come to in the first cell of a tab, or in another; undefined when nobody here can compute it truthfully. */
export function evaluate(
  workbook: Workbook,
  sheet: Sheet,
  formula: string,
  row = 0,
  column = 0,
): PlainValue | undefined {
  const result = calculationOf(workbook).trial(sheet, row, column, formula);
  return isUnknown(result) ? undefined : result;
}

/** What a cell is worth; undefined when it is empty or shows nothing. */
export function cellValue(workbook: Workbook, sheet: Sheet, row: number, column: number): Scalar {
  const entered = sheet.cells.value(row, column);
  if (!isFormula(entered)) return entered;
  const result = calculationOf(workbook).result(sheet, row, column);
  return isUnknown(result) ? undefined : result;
}

/** Whether a cell holds a formula that nobody here can compute truthfully. */
export const isUncomputed = (workbook: Workbook, sheet: Sheet, row: number, column: number): boolean =>
  isFormula(sheet.cells.value(row, column)) && isUnknown(calculationOf(workbook).result(sheet, row, column));

/** Everything that a formula may depend on, but for the clock. */
function stampOf({ state, sheets }: Workbook): unknown[] {
  const stamp: unknown[] = [state.locale, state.timeZone, state.namedRanges];
  for (const { cells, state: own } of sheets)
    stamp.push(cells, cells.revision, own.title, own.rowCount, own.columnCount);
  return stamp;
}

const sameStamp = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((part, index) => part === b[index]);

function isFresh({ workbook, made, expires }: Calculation): boolean {
  if (expires === Number.POSITIVE_INFINITY) return true;
  const now = workbook.clock();
  return now >= made && now < expires;
}
