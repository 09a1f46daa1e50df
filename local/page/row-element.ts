import { columnLetters } from '../sheets-server/a1.ts';
import { box } from './box.ts';
import { cellBox } from './cell-box.ts';
import type { CellStore } from './cell-store.ts';
import { LETTERS_PIXELS, type Shape } from './shape.ts';

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
    head.classList.toggle('hidden-before', column > 0 && shape.columns.size(column - 1) === 0);
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
  number.classList.toggle('hidden-before', row > 0 && shape.rows.size(row - 1) === 0);
  element.append(number);
  const merges = shape.tab.merges.filter((merge) => row >= merge.startRow && row < merge.endRow);
  // The first row of a merge lies over those after it, and they let it be seen.
  element.classList.toggle(
    'tall',
    merges.some((merge) => merge.startRow === row && merge.endRow > row + 1),
  );
  element.classList.toggle(
    'below',
    merges.some((merge) => merge.startRow < row),
  );
  eachColumn(shape, columns, element, (column) => {
    const merge = merges.find(({ startColumn, endColumn }) => column >= startColumn && column < endColumn);
    if (merge !== undefined && column !== merge.startColumn) return undefined;
    return cellBox(shape, store, row, column, merge);
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
