import type { Cell, Grid } from './cell.ts';
import { headerKey } from './phrase.ts';

/** A column of an input tab: its name in the workbook and the other names under which it is accepted. */
export interface Column<Field extends string> {
  readonly field: Field;
  readonly name: string;
  readonly aliases?: readonly string[];
  /** Without it the tab can't be read. */
  readonly required?: boolean;
}

export interface HeaderFound {
  /** Zero-based row of the header. */
  readonly row: number;
  /** Zero-based column per declared column, -1 = not there. */
  readonly columns: readonly number[];
}

/** Why a tab's header can't be used, in words for the sheet. */
export interface HeaderProblem {
  readonly message: string;
}

export const ROWS_LOOKED_AT = 20;

/**
 * Finds the header: among the first 20 rows, the first of those that name the most of the declared columns. So a title
 * above the header does no harm. The canonical name wins over an alias; two columns of one meaning without a canonical
 * one among them, or one header twice, are a problem, since guessing would count the wrong column.
 */
export function findHeader<F extends string>(
  tab: string,
  grid: Grid,
  columns: readonly Column<F>[],
): HeaderFound | HeaderProblem {
  const names = namesOf(columns);
  let best = { row: -1, known: 0 };
  for (let row = 0; row < Math.min(grid.length, ROWS_LOOKED_AT); row++) {
    const indexes = (grid[row] ?? []).map((cell) => names.get(keyOf(cell))?.index);
    const known = new Set(indexes.filter((index) => index !== undefined)).size;
    if (known > best.known) best = { row, known };
  }
  if (best.row < 0) {
    const required = columns.filter((column) => column.required);
    const wanted = (required.length > 0 ? required : columns.slice(0, 1)).map((column) => `"${column.name}"`);
    const named = wanted.length === 1 ? `a column ${wanted[0]}` : `columns ${wanted.join(', ')}`;
    return { message: `The tab ${tab} has no header row: name ${named} in its first ${ROWS_LOOKED_AT} rows.` };
  }
  return matchHeader(tab, grid[best.row] ?? [], best.row, columns);
}

function matchHeader<F extends string>(
  tab: string,
  cells: readonly Cell[],
  row: number,
  columns: readonly Column<F>[],
): HeaderFound | HeaderProblem {
  const names = namesOf(columns);
  const found = columns.map((): { at: number; canonical: boolean }[] => []);
  cells.forEach((cell, at) => {
    const name = names.get(keyOf(cell));
    if (name) found[name.index]?.push({ at, canonical: name.canonical });
  });
  const places: number[] = [];
  for (const [index, column] of columns.entries()) {
    const hits = found[index] ?? [];
    const canonical = hits.filter((hit) => hit.canonical);
    const chosen = canonical.length > 0 ? canonical : hits;
    if (chosen.length > 1) {
      const where = chosen.map((hit) => `${letterOf(hit.at)}${row + 1} "${String(cells[hit.at])}"`).join(' and ');
      return {
        message: `The tab ${tab} has ${chosen.length} columns that mean ${column.name}: ${where}. Rename all but one, and name that one "${column.name}".`,
      };
    }
    if (chosen.length === 0 && column.required) {
      const known = [column.name, ...(column.aliases ?? [])].map((name) => `"${name}"`).join(', ');
      return {
        message: `The tab ${tab} has no column ${known}. Its header row seems to be row ${row + 1}: add the column there.`,
      };
    }
    places.push(chosen[0]?.at ?? -1);
  }
  return { row, columns: places };
}

/** Tells whether a cell is a name (or an alias) of the declared column with this index. */
export function headsItsColumn<F extends string>(
  columns: readonly Column<F>[],
): (cell: Cell, column: number) => boolean {
  const names = namesOf(columns);
  return (cell, column) => names.get(keyOf(cell))?.index === column;
}

function namesOf<F extends string>(
  columns: readonly Column<F>[],
): Map<string, { readonly index: number; readonly canonical: boolean }> {
  const names = new Map<string, { index: number; canonical: boolean }>();
  columns.forEach((column, index) => {
    for (const alias of column.aliases ?? []) names.set(headerKey(alias), { index, canonical: false });
  });
  columns.forEach((column, index) => {
    names.set(headerKey(column.name), { index, canonical: true });
  });
  return names;
}

const keyOf = (cell: Cell): string => (typeof cell === 'string' ? headerKey(cell) : '');

/** 0 -> `A`, 26 -> `AA`. */
export function letterOf(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? letterOf(rest) : '') + String.fromCharCode(65 + (column % 26));
}
