import { columnIndex, columnLetters } from '../a1.ts';
import type { Movement, Rect } from '../structure/movement.ts';

const CORNER = /^(\$?)([A-Za-z]{0,3})(\$?)(\d*)$/;

/** A reference after a movement: `cells` as written, and the tab that they are on now. */
export interface Followed {
  readonly sheetId: number;
  readonly cells: string;
}

/** The cells of a reference (`A2`, `$A$2:B9`, `A:C`) on a tab after cells came, went or moved; undefined when they are gone. */
export function followMovement(cells: string, sheetId: number, movement: Movement): Followed | undefined {
  const [first = '', second] = cells.split(':');
  const last = second ?? first;
  const [a, b] = [cornerOf(first), cornerOf(last)];
  const rows = spanOf(a.row, b.row);
  const columns = spanOf(a.column, b.column);
  const rect: Rect = {
    sheetId,
    startRow: rows.start,
    endRow: rows.end,
    startColumn: columns.start,
    endColumn: columns.end,
  };
  const moved = movement.rect(rect);
  if (moved === undefined) return undefined;
  if (moved === rect) return { sheetId, cells };
  const [fromRow, toRow] = endsOf(a.row, b.row, moved.startRow, moved.endRow);
  const [fromColumn, toColumn] = endsOf(a.column, b.column, moved.startColumn, moved.endColumn);
  const start = written(first, fromRow, fromColumn);
  return { sheetId: moved.sheetId, cells: second === undefined ? start : `${start}:${written(last, toRow, toColumn)}` };
}

interface Corner {
  readonly row: number | undefined;
  readonly column: number | undefined;
}

/** Undefined for a corner that is open in this direction. */
function cornerOf(text: string): Corner {
  const [, , letters = '', , digits = ''] = CORNER.exec(text) ?? [];
  return {
    row: digits === '' ? undefined : Number(digits) - 1,
    column: letters === '' ? undefined : columnIndex(letters),
  };
}

/** Open in this direction at one end or at both: what is there is the start, and the other end stays open. */
function spanOf(from: number | undefined, to: number | undefined) {
  if (from === undefined || to === undefined) return { start: from ?? to, end: undefined };
  return { start: Math.min(from, to), end: Math.max(from, to) + 1 };
}

/** Corners keep the order in which they were written. */
function endsOf(
  from: number | undefined,
  to: number | undefined,
  start: number | undefined,
  end: number | undefined,
): readonly [number | undefined, number | undefined] {
  const last = end === undefined ? undefined : end - 1;
  if (from === undefined || to === undefined)
    return [from === undefined ? undefined : start, to === undefined ? undefined : start];
  return from <= to ? [start, last] : [last, start];
}

function written(corner: string, row: number | undefined, column: number | undefined): string {
  const [, holdColumn = '', , holdRow = ''] = CORNER.exec(corner) ?? [];
  return (
    (column === undefined ? '' : holdColumn + columnLetters(column)) +
    (row === undefined ? '' : holdRow + String(row + 1))
  );
}
