import type { AreaWire, CellWire, StyleWire } from '../sheets-server/page/wire.ts';
import { box } from './box.ts';
import { cellContent, cellId } from './cell-element.ts';
import type { CellStore } from './cell-store.ts';
import { filterIcon } from './filter-icon.ts';
import { SIDE_PIXELS, TEXT_PIXELS } from './row-height.ts';
import type { Shape } from './shape.ts';
import { classOf } from './style-classes.ts';
import { textWidth } from './text-width.ts';

/** One cell of the grid, or the whole of a merge at its first cell. */
export function cellBox(
  shape: Shape,
  store: CellStore,
  row: number,
  column: number,
  merge: AreaWire | undefined,
): HTMLElement {
  const { columns, rows, tab } = shape;
  const width = merge === undefined ? columns.size(column) : columns.offset(merge.endColumn) - columns.offset(column);
  const element = box('cell', width, 'gridcell');
  element.id = cellId(row, column);
  element.setAttribute('aria-colindex', String(column + 1));
  element.dataset.row = String(row);
  element.dataset.column = String(column);
  // The cells below the first of a merge hold nothing: it lies over them.
  if (merge !== undefined && merge.startRow !== row) {
    element.classList.add('covered');
    return element;
  }
  if (merge !== undefined && merge.endRow > row + 1) {
    element.style.height = `${rows.offset(merge.endRow) - rows.offset(row)}px`;
    element.classList.add('tall');
  }
  const cell = store.cell(row, column);
  const sign = filterIcon(tab.filter, row, column);
  if (cell !== null && cell !== undefined)
    fill(element, shape, store, row, column, cell, merge !== undefined || sign !== undefined);
  if (sign !== undefined) element.append(sign);
  return element;
}

/** `alone`: its text does not run on over the next cell. */
function fill(
  element: HTMLElement,
  shape: Shape,
  store: CellStore,
  row: number,
  column: number,
  cell: CellWire,
  alone: boolean,
): void {
  const style = store.style(row, column, cell);
  const look = classOf(style);
  if (look !== '') element.classList.add(look);
  if (cell.note !== undefined) {
    element.classList.add('note');
    element.setAttribute('aria-description', cell.note);
  }
  if (cell.choices !== undefined && store.choices(row, column) !== undefined) {
    element.classList.add('choice');
    element.setAttribute('aria-haspopup', 'listbox');
  }
  const content = cellContent(cell, (run) => classOf(store.style(row, column, run)));
  element.append(content);
  if (alone || cell.choices !== undefined || !mayRunOn(cell, style)) return;
  const over = runOver(shape, store, row, column, cell, style);
  if (over === 0) return;
  element.classList.add('over');
  content.style.width = `${shape.columns.size(column) + over - SIDE_PIXELS}px`;
}

const mayRunOn = (cell: CellWire, style: StyleWire | undefined): boolean =>
  cell.t !== undefined &&
  style?.wrap !== true &&
  style?.clip !== true &&
  !/text-align:(right|center)/.test(style?.css ?? '');

/** Pixels by which a text runs on over the empty cells next to it. */
function runOver(
  { columns, tab }: Shape,
  store: CellStore,
  row: number,
  column: number,
  cell: CellWire,
  { pixels = TEXT_PIXELS, bold = false }: Pick<StyleWire, 'pixels' | 'bold'> = {},
): number {
  const needed = textWidth(cell.t ?? '', pixels, bold) + SIDE_PIXELS - columns.size(column);
  let room = 0;
  for (let next = column + 1; room < needed && next < tab.columns; next += 1) {
    const neighbour = store.cell(row, next);
    if (neighbour?.t !== undefined || neighbour?.spark !== undefined || neighbour?.tick !== undefined) break;
    room += columns.size(next);
  }
  return Math.max(0, Math.min(room, needed));
}
