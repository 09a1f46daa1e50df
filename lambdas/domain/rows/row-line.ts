import type { Cell } from '../cells/cell.ts';

/**
 * A row as typed, in one line: the cells of the known columns in canonical order. It is the identity of the row (with
 * its ordinal among equals), so neither its place on the sheet nor the order of columns matters. Control characters
 * can't be typed into a cell by accident; they are replaced by a space, which keeps the separators unambiguous.
 */
export type RowLine = string;

const SEPARATOR = '\u001f';
const NUMBER = '\u0001';
const TICKED = '\u0002';
const CONTROL = /[\u0000-\u001f\u007f]+/g;
const CONTROL_ONE = /[\u0000-\u001f\u007f]/;

export type StoredCell = string | number | true | undefined;

/**
 * A cell as it is stored and read: text trimmed, undefined when empty. An unticked box is empty, since a tab may be
 * filled with boxes ahead of its rows.
 */
export function storedCell(cell: Cell): StoredCell {
  if (cell === '') return undefined;
  if (typeof cell === 'string') {
    return (CONTROL_ONE.test(cell) ? cell.replace(CONTROL, ' ') : cell).trim() || undefined;
  }
  return typeof cell === 'number' || cell === true ? cell : undefined;
}

/** One cell, as it is stored, as identity: a number is never equal to the text that looks like it. Empty = ''. */
export function encodeStored(cell: StoredCell): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return NUMBER + (cell === 0 ? 0 : cell);
  return cell === undefined ? '' : TICKED;
}

export function decodeCell(text: string): StoredCell {
  if (text === '') return undefined;
  if (text === TICKED) return true;
  return text.charCodeAt(0) === 1 ? Number(text.slice(1)) : text;
}

/** The line of cells as identity, without separators at its end. A blank row gives ''. */
export function lineOfTexts(cells: readonly { readonly text: string }[]): RowLine {
  let filled = cells.length;
  while (filled > 0 && cells[filled - 1]?.text === '') filled--;
  const texts: string[] = [];
  for (let at = 0; at < filled; at++) texts.push(cells[at]?.text ?? '');
  // A join makes one flat text; adding up would leave a rope of pieces for every row.
  return texts.join(SEPARATOR);
}

/** The cells at `columns` (-1 = the sheet has no such column) of one row as its line. */
export function lineOf(row: readonly Cell[], columns: readonly number[]): RowLine {
  return lineOfTexts(
    columns.map((column) => ({ text: encodeStored(storedCell(column < 0 ? undefined : row[column])) })),
  );
}

/** The first cell of a line where it is text, as it is stored. */
export function firstTextOf(line: RowLine): string | undefined {
  const first = line.charCodeAt(0);
  // Number, ticked box, or empty.
  if (first === 1 || first === 2 || first === 0x1f || line === '') return undefined;
  const end = line.indexOf(SEPARATOR);
  return end < 0 ? line : line.slice(0, end);
}

/** The cells of a line, in canonical order; trailing empty cells are left out. */
export function cellsOf(line: RowLine): StoredCell[] {
  return line.split(SEPARATOR).map(decodeCell);
}
