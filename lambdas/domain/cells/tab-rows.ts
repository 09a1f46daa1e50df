import type { Cell, Grid } from './cell.ts';

/** A tab as read, row 0 first. Rows are parsed when somebody asks for them: a large tab never stands in memory whole. */
export interface TabRows {
  readonly length: number;
  /** The rows from `from` up to `to`, which is not among them. */
  slice(from: number, to: number): Grid;
  /** Calls `each` for these rows with the cells that are wanted, in an array that is used again for the next row. */
  eachRow<T>(rows: Int32Array, wanted: WantedCells<T>, each: (cells: readonly T[], row: number) => void): void;
  /**
   * For each row, a row of an earlier reading of the same cells, or -1 where there is none; each of those is named once
   * at most. `undefined`: the two can't be compared without being parsed.
   */
  rowsIn(earlier: TabRows): Int32Array | undefined;
}

/** Which cells of a row are asked for, and what is made of them. */
export interface WantedCells<T> {
  /** Zero-based, each once; -1 = the sheet has no such column. */
  readonly columns: readonly number[];
  /** Of one cell, `at` = its place among `columns`; an empty one may be `undefined`. One call may do for cells that repeat. */
  readonly read: (cell: Cell, at: number) => T;
}

/** A tab that is parsed already. */
export const tabOf = (grid: Grid): TabRows => ({
  length: grid.length,
  slice: (from, to) => grid.slice(from, to),
  eachRow(rows, { columns, read }, each) {
    for (const row of rows) {
      const cells = grid[row] ?? [];
      const made = columns.map((column, at) => read(column < 0 ? undefined : cells[column], at));
      each(made, row);
    }
  },
  rowsIn: () => undefined,
});
