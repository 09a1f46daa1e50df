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
