import type { Grid } from './cell.ts';

/** A tab as read, row 0 first. Rows are parsed when somebody asks for them: a large tab never stands in memory whole. */
export interface TabRows {
  readonly length: number;
  /** The rows from `from` up to `to`, which is not among them. */
  slice(from: number, to: number): Grid;
  /**
   * For each row, a row of an earlier reading of the same cells, or -1 where there is none; each of those is named once
   * at most. `undefined`: the two can't be compared without being parsed.
   */
  rowsIn(earlier: TabRows): Int32Array | undefined;
}

/** A tab that is parsed already. */
export const tabOf = (grid: Grid): TabRows => ({
  length: grid.length,
  slice: (from, to) => grid.slice(from, to),
  rowsIn: () => undefined,
});
