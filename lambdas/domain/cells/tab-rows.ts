import type { Cell, Grid } from './cell.ts';

/** A tab as read, row 0 first. Rows are parsed when somebody asks for them: a large tab never stands in memory whole. */
export interface TabRows {
  readonly length: number;
  /** The rows from `from` up to `to`, which is not among them. */
  slice(from: number, to: number): Grid;
  /** The rows cell by cell, for who reads many. */
  cells<T>(wanted: WantedCells<T>): EachRow<T>;
  /**
   * For each row, a row of an earlier reading of the same cells, or -1 where there is none; each of those is named once
   * at most. `undefined`: the two can't be compared without being parsed.
   */
  rowsIn(earlier: TabRows): Int32Array | undefined;
}

/** Which cells of a row are asked for, and what is made of them. */
export interface WantedCells<T> {
  /** Zero-based; -1 = the sheet has no such column. */
  readonly columns: readonly number[];
  /** Of one cell, `at` = its place among `columns`; an empty one is `undefined`. Not called again for each cell that repeats. */
  readonly read: (cell: Cell, at: number) => T;
}

/** Calls `each` for the rows from `from` up to `to` with their cells, in an array that is used again for the next row. */
export type EachRow<T> = (from: number, to: number, each: (cells: readonly T[], row: number) => void) => void;

/** A tab that is parsed already. */
export const tabOf = (grid: Grid): TabRows => ({
  length: grid.length,
  slice: (from, to) => grid.slice(from, to),
  cells:
    ({ columns, read }) =>
    (from, to, each) => {
      for (let row = from; row < to; row++) {
        const cells = grid[row] ?? [];
        each(
          columns.map((column, at) => read(column < 0 ? undefined : cells[column], at)),
          row,
        );
      }
    },
  rowsIn: () => undefined,
});
