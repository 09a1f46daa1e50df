import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import type { Scalar } from './scalar.ts';

/** The cells of a workbook at one moment, with what their formulas come to. */
export interface Cells {
  readonly workbook: Workbook;
  /** Throws `NotComputed` for a formula that nobody here can compute. */
  value(sheet: Sheet, row: number, column: number): Scalar;
  /** Days since 1899-12-30 on the clock of the workbook's time zone. Values that use it are computed anew when it moves on. */
  now(precision: 'day' | 'second'): number;
  /** What was found out about these cells, to be used again by other formulas. */
  readonly findings: Map<string, unknown>;
  /** Expressions under way within each other. */
  depth: number;
}

/** Where a formula stands, and how. */
export interface Scope {
  readonly cells: Cells;
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  /** Within ARRAYFORMULA and the like, where operators and functions work on each cell of a range. */
  readonly array: boolean;
}
