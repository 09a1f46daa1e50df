import type { Place, Selection } from './selection.ts';

/** What moving about needs to know of a tab. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
  readonly usedRows: number;
  readonly usedColumns: number;
  /** Rows that one screen holds. */
  readonly page: number;
}

export interface Key {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
}

/** Where a key leads to; undefined when it does not move. */
export function moved(selection: Selection, { key, ctrl, shift }: Key, extent: Extent): Selection | undefined {
  const steps = key === 'Enter' || key === 'Tab';
  const from = shift && !steps ? selection.corner : selection.active;
  const target = steps ? step(from, key, shift) : leap(from, key, ctrl, extent);
  if (target === undefined) return undefined;
  const place = {
    row: within(target.row, extent.rows),
    column: within(target.column, extent.columns),
  };
  return shift && !steps ? { active: selection.active, corner: place } : { active: place, corner: place };
}

/** Rows or columns: how many, and how many pixels each takes; 0 = hidden. */
interface Line {
  readonly count: number;
  size(index: number): number;
}

/** Steps on in the direction of a move until it ends in a row and column that are shown; undefined when there is none. */
export function pastHidden(from: Selection, to: Selection, rows: Line, columns: Line): Selection | undefined {
  const start = to.active === to.corner ? from.active : from.corner;
  const row = shownFrom(to.corner.row, to.corner.row < start.row ? -1 : 1, rows);
  const column = shownFrom(to.corner.column, to.corner.column < start.column ? -1 : 1, columns);
  if (row === undefined || column === undefined) return undefined;
  const corner = { row, column };
  return to.active === to.corner ? { active: corner, corner } : { active: to.active, corner };
}

/** The other way when nothing is shown that way: the first and last ones may be hidden themselves. */
function shownFrom(index: number, by: number, line: Line): number | undefined {
  for (const direction of [by, -by])
    for (let at = index; at >= 0 && at < line.count; at += direction) if (line.size(at) > 0) return at;
  return undefined;
}

const step = ({ row, column }: Place, key: string, back: boolean): Place => {
  const by = back ? -1 : 1;
  return key === 'Enter' ? { row: row + by, column } : { row, column: column + by };
};

function leap({ row, column }: Place, key: string, ctrl: boolean, extent: Extent): Place | undefined {
  const lastRow = Math.max(0, extent.usedRows - 1);
  const lastColumn = Math.max(0, extent.usedColumns - 1);
  switch (key) {
    case 'ArrowUp':
      return { row: ctrl ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: ctrl ? (row < lastRow ? lastRow : extent.rows - 1) : row + 1, column };
    case 'ArrowLeft':
      return { row, column: ctrl ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: ctrl ? (column < lastColumn ? lastColumn : extent.columns - 1) : column + 1 };
    case 'PageUp':
      return { row: row - extent.page, column };
    case 'PageDown':
      return { row: row + extent.page, column };
    case 'Home':
      return ctrl ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return ctrl ? { row: lastRow, column: lastColumn } : { row, column: lastColumn };
    default:
      return undefined;
  }
}

const within = (index: number, count: number) => Math.min(Math.max(0, index), Math.max(0, count - 1));
