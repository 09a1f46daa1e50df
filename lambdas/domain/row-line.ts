import type { Cell } from './cell.ts';

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

/**
 * One cell as identity: text trimmed, a number never equal to the text that looks like it. Empty = '', and so is an
 * unticked box, since a tab may be filled with boxes ahead of its rows.
 */
export function encodeCell(cell: Cell): string {
  if (typeof cell === 'string') return (CONTROL_ONE.test(cell) ? cell.replace(CONTROL, ' ') : cell).trim();
  if (typeof cell === 'number') return NUMBER + (cell === 0 ? 0 : cell);
  return cell === true ? TICKED : '';
}

export function decodeCell(text: string): Cell {
  const tag = text.charCodeAt(0);
  if (tag === 1) return Number(text.slice(1));
  if (text === TICKED) return true;
  return text === '' ? undefined : text;
}

/** The cells at `columns` (-1 = the sheet has no such column) of one row. A blank row gives ''. */
export function lineOf(row: readonly Cell[], columns: readonly number[]): RowLine {
  let line = '';
  let blanks = '';
  for (const column of columns) {
    const text = column < 0 ? '' : encodeCell(row[column]);
    if (text !== '') {
      line += blanks + text;
      blanks = '';
    }
    blanks += SEPARATOR;
  }
  return line;
}

/** The cells of a line, in canonical order; trailing empty cells are left out. */
export function cellsOf(line: RowLine): Cell[] {
  return line.split(SEPARATOR).map(decodeCell);
}
