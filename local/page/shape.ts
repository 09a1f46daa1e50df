import type { TabWire } from '../sheets-server/page/wire.ts';
import { Axis } from './axis.ts';
import { ROW_PIXELS } from './row-height.ts';
import type { Place } from './selection.ts';

/** Share of the window that frozen rows and columns may take; more of them would leave nothing to scroll. */
const FROZEN_HEIGHT = 0.5;
const FROZEN_WIDTH = 0.45;
export const LETTERS_PIXELS = 22;

/** The geometry of an open tab. */
export interface Shape {
  readonly tab: TabWire;
  readonly rows: Axis;
  readonly columns: Axis;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Width of the row numbers, in pixels. */
  readonly gutter: number;
}

export function shapeOf(tab: TabWire, rows: Axis, window: { readonly width: number; readonly height: number }): Shape {
  const columns = new Axis(tab.columns, tab.defaultWidth, tab.widths);
  return {
    tab,
    rows,
    columns,
    frozenRows: fitting(rows, tab.frozenRows, window.height * FROZEN_HEIGHT),
    frozenColumns: fitting(columns, tab.frozenColumns, window.width * FROZEN_WIDTH),
    gutter: 16 + 8 * Math.max(2, String(tab.rows).length),
  };
}

export function rowsOf(tab: TabWire): Axis {
  const sizes = new Map(tab.heights);
  for (const [from, to] of tab.filtered) for (let row = from; row < to; row += 1) sizes.set(row, 0);
  return new Axis(tab.rows, ROW_PIXELS, sizes);
}

function fitting(axis: Axis, count: number, room: number): number {
  let fits = Math.min(count, axis.count);
  while (fits > 0 && axis.offset(fits) > room) fits -= 1;
  return fits;
}

/** Height of the frozen rows with the letters above them. */
export const headPixels = (shape: Shape): number => LETTERS_PIXELS + shape.rows.offset(shape.frozenRows);

/** How far a place is hidden left of and above the window, or right of and below it; 0 = in sight. */
export function outOfSight(shape: Shape, { row, column }: Place, view: DOMRectReadOnly): { x: number; y: number } {
  const { rows, columns, frozenRows, frozenColumns, gutter } = shape;
  const across = (axis: Axis, index: number, frozen: number, start: number, scrolled: number, size: number): number => {
    if (index < frozen) return 0;
    const from = start + axis.offset(index) - scrolled;
    const edge = start + axis.offset(frozen);
    if (from < edge) return from - edge;
    return Math.max(0, Math.min(from + axis.size(index) - size, from - edge));
  };
  return {
    x: across(columns, column, frozenColumns, gutter, view.x, view.width),
    y: across(rows, row, frozenRows, LETTERS_PIXELS, view.y, view.height),
  };
}
