import type { CellExtras, CellFormat, CellValue } from './cell.ts';

/**
 * One row, sparse at its right end. Formats and extras stand apart from values and are mostly absent, so that a
 * large tab of plain values costs one array a row.
 */
export interface Row {
  /** The draft that may write here; anybody else copies first. */
  owner: object;
  values: (CellValue | undefined)[];
  formats: (CellFormat | undefined)[] | undefined;
  extras: (CellExtras | undefined)[] | undefined;
}

export const newRow = (owner: object): Row => ({ owner, values: [], formats: undefined, extras: undefined });

export const copyRow = (row: Row, owner: object): Row => ({
  owner,
  values: row.values.slice(),
  formats: row.formats?.slice(),
  extras: row.extras?.slice(),
});

/** Shortens an array whose last places are empty; keeps rows from growing by clearing cells. */
function trimEnd(cells: unknown[]): void {
  let length = cells.length;
  while (length > 0 && cells[length - 1] === undefined) length -= 1;
  cells.length = length;
}

/** Sets one place without leaving holes, which would make the array slow. */
export function put<T>(cells: (T | undefined)[], index: number, value: T | undefined): void {
  if (value === undefined && index >= cells.length) return;
  while (cells.length < index) cells.push(undefined);
  cells[index] = value;
  if (value === undefined && index === cells.length - 1) trimEnd(cells);
}
