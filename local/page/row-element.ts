import { columnLetters } from '../sheets-server/a1.ts';
import type { AreaWire, CellWire } from '../sheets-server/page/wire.ts';
import { cellContent, cellId } from './cell-element.ts';
import type { CellStore } from './cell-store.ts';
import { SIDE_PIXELS, TEXT_PIXELS } from './row-height.ts';
import { LETTERS_PIXELS, type Shape } from './shape.ts';
import { classOf } from './style-classes.ts';
import { textWidth } from './text-width.ts';

/** Half-open range of the columns that scroll and are in sight. */
export type Columns = readonly [number, number];

/** The letters above the columns. */
export function lettersElement(shape: Shape, columns: Columns): HTMLElement {
  const row = line(shape, LETTERS_PIXELS);
  row.classList.add('letters');
  const corner = box('corner', shape.gutter, 'presentation');
  row.append(corner);
  eachColumn(shape, columns, row, (column) => {
    const head = box('letter', shape.columns.size(column), 'columnheader');
    head.textContent = columnLetters(column);
    head.setAttribute('aria-colindex', String(column + 1));
    return head;
  });
  return row;
}

/** One row of cells with its number. */
export function rowElement(shape: Shape, store: CellStore, row: number, columns: Columns): HTMLElement {
  const element = line(shape, shape.rows.size(row));
  element.setAttribute('aria-rowindex', String(row + 1));
  element.dataset.row = String(row);
  const number = box('number', shape.gutter, 'rowheader');
  number.textContent = String(row + 1);
  element.append(number);
  const merges = shape.tab.merges.filter((merge) => row >= merge.startRow && row < merge.endRow);
  eachColumn(shape, columns, element, (column) => {
    const merge = merges.find(({ startColumn, endColumn }) => column >= startColumn && column < endColumn);
    if (merge !== undefined && column !== merge.startColumn) return undefined;
    return cellElement(shape, store, row, column, merge);
  });
  return element;
}

function line(shape: Shape, height: number): HTMLElement {
  const row = document.createElement('div');
  row.className = 'row';
  row.setAttribute('role', 'row');
  row.style.height = `${height}px`;
  row.style.width = `${shape.gutter + shape.columns.total}px`;
  return row;
}

function box(name: string, width: number, role: string): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  element.style.width = `${width}px`;
  element.setAttribute('role', role);
  return element;
}

/** Frozen columns first, each held at its place, then a gap for what is scrolled away. */
function eachColumn(
  { columns: axis, frozenColumns, gutter }: Shape,
  [from, to]: Columns,
  row: HTMLElement,
  make: (column: number) => HTMLElement | undefined,
): void {
  for (let column = 0; column < frozenColumns; column += 1) {
    if (axis.size(column) === 0) continue;
    const element = make(column);
    if (element === undefined) continue;
    element.classList.add('frozen');
    element.classList.toggle('last-frozen', column === frozenColumns - 1);
    element.style.left = `${gutter + axis.offset(column)}px`;
    row.append(element);
  }
  const gap = axis.offset(from) - axis.offset(frozenColumns);
  if (gap > 0) row.append(box('gap', gap, 'presentation'));
  for (let column = from; column < to; column += 1) {
    const element = axis.size(column) === 0 ? undefined : make(column);
    if (element !== undefined) row.append(element);
  }
}

function cellElement(
  shape: Shape,
  store: CellStore,
  row: number,
  column: number,
  merge: AreaWire | undefined,
): HTMLElement {
  const { columns, rows } = shape;
  const width = merge === undefined ? columns.size(column) : columns.offset(merge.endColumn) - columns.offset(column);
  const element = box('cell', width, 'gridcell');
  element.id = cellId(row, column);
  element.setAttribute('aria-colindex', String(column + 1));
  element.dataset.row = String(row);
  element.dataset.column = String(column);
  // The cells below the first of a merge hold nothing: it lies over them.
  if (merge !== undefined && merge.startRow !== row) return element;
  if (merge !== undefined && merge.endRow > row + 1) {
    element.style.height = `${rows.offset(merge.endRow) - rows.offset(row)}px`;
    element.classList.add('tall');
  }
  const cell = store.cell(row, column);
  if (cell === null || cell === undefined) return element;
  const style = store.style(row, column, cell);
  const look = classOf(style);
  if (look !== '') element.classList.add(look);
  if (cell.note !== undefined) {
    element.classList.add('note');
    element.title = cell.note;
    element.setAttribute('aria-description', cell.note);
  }
  const content = cellContent(cell);
  element.append(content);
  const plain = cell.t !== undefined && style?.wrap !== true && merge === undefined;
  const runsOn = plain && !/text-align:(right|center)/.test(style?.css ?? '');
  const over = runsOn ? runOver(shape, store, row, column, cell, style?.pixels, style?.bold) : 0;
  if (over > 0) {
    element.classList.add('over');
    content.style.width = `${width + over - SIDE_PIXELS}px`;
  }
  return element;
}

/** Pixels by which a text runs on over the empty cells next to it. */
function runOver(
  { columns, tab }: Shape,
  store: CellStore,
  row: number,
  column: number,
  cell: CellWire,
  pixels = TEXT_PIXELS,
  bold = false,
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
