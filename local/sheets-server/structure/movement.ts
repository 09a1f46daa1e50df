import { moveEnd, moveStart, type Shift } from './shift.ts';

/** Cells of a tab, zero-based, ends not included; undefined: open at that end. */
export interface Rect {
  readonly sheetId: number;
  readonly startRow: number | undefined;
  readonly endRow: number | undefined;
  readonly startColumn: number | undefined;
  readonly endColumn: number | undefined;
}

/** Where cells come to stand when rows, columns or cells come, go or move. */
export interface Movement {
  /** What points to these cells points there afterwards; undefined: they are gone. */
  rect(rect: Rect): Rect | undefined;
  /** Where an object that stands over a row or column stands afterwards. */
  index(sheetId: number, dimension: 'ROWS' | 'COLUMNS', index: number): number;
}

/** Whole rows or columns come or go. */
export function dimensionMovement(shift: Shift): Movement {
  return {
    rect: (rect) => (rect.sheetId === shift.sheetId ? shifted(rect, shift) : rect),
    index: (sheetId, dimension, index) =>
      sheetId === shift.sheetId && dimension === shift.dimension ? moveStart(index, shift) : index,
  };
}

/**
 * Cells come or go within some columns (or rows, when they move to the side). What reaches beyond those columns stays as
 * it is, and so do objects that stand over cells.
 */
export function partialMovement(shift: Shift, start: number, end: number): Movement {
  return {
    rect(rect) {
      const [from, to] = shift.dimension === 'ROWS' ? [rect.startColumn, rect.endColumn] : [rect.startRow, rect.endRow];
      const within = (from ?? 0) >= start && to !== undefined && to <= end;
      return rect.sheetId === shift.sheetId && within ? shifted(rect, shift) : rect;
    },
    index: (_sheetId, _dimension, index) => index,
  };
}

/** A block of cells is cut and put elsewhere. What points to a part of it and to more besides stays as it is. */
export function blockMovement(
  source: Rect,
  to: { readonly sheetId: number; readonly rows: number; readonly columns: number },
): Movement {
  const by = (index: number | undefined, step: number) => (index === undefined ? undefined : index + step);
  return {
    rect: (rect) =>
      holds(source, rect)
        ? {
            sheetId: to.sheetId,
            startRow: by(rect.startRow, to.rows),
            endRow: by(rect.endRow, to.rows),
            startColumn: by(rect.startColumn, to.columns),
            endColumn: by(rect.endColumn, to.columns),
          }
        : rect,
    index(sheetId, dimension, index) {
      // What stands over whole rows or columns goes along with them.
      const rows = dimension === 'ROWS';
      const [start, end] = rows ? [source.startRow, source.endRow] : [source.startColumn, source.endColumn];
      const across = rows ? source.endColumn : source.endRow;
      const along = sheetId === source.sheetId && across === undefined && start !== undefined && end !== undefined;
      return along && index >= start && index < end ? index + (rows ? to.rows : to.columns) : index;
    },
  };
}

/** One after the other. */
export function inTurn(...movements: readonly Movement[]): Movement {
  return {
    rect: (rect) => movements.reduce<Rect | undefined>((at, movement) => at && movement.rect(at), rect),
    index: (sheetId, dimension, index) =>
      movements.reduce((at, movement) => movement.index(sheetId, dimension, at), index),
  };
}

function shifted(rect: Rect, shift: Shift): Rect | undefined {
  if (shift.dimension === 'ROWS') {
    const rows = shiftedSpan(rect.startRow, rect.endRow, shift);
    return rows === undefined ? undefined : { ...rect, startRow: rows[0], endRow: rows[1] };
  }
  const columns = shiftedSpan(rect.startColumn, rect.endColumn, shift);
  return columns === undefined ? undefined : { ...rect, startColumn: columns[0], endColumn: columns[1] };
}

type Span = readonly [start: number | undefined, end: number | undefined];

function shiftedSpan(start: number | undefined, end: number | undefined, shift: Shift): Span | undefined {
  const from = start === undefined ? undefined : moveStart(start, shift);
  const to = end === undefined ? undefined : moveEnd(end, shift);
  return to !== undefined && to <= (from ?? 0) ? undefined : [from, to];
}

const holds = (outer: Rect, inner: Rect): boolean =>
  inner.sheetId === outer.sheetId &&
  spanHolds([outer.startRow, outer.endRow], [inner.startRow, inner.endRow]) &&
  spanHolds([outer.startColumn, outer.endColumn], [inner.startColumn, inner.endColumn]);

function spanHolds([start, end]: Span, [from, to]: Span): boolean {
  if (start === undefined && end === undefined) return true;
  return (from ?? 0) >= (start ?? 0) && to !== undefined && to <= (end ?? Number.POSITIVE_INFINITY);
}
