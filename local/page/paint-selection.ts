import { cellId } from './cell-element.ts';
import { areaOf, contains, type Selection } from './selection.ts';

/** Marks the cells in sight that are selected, for the eye and for the reader of the screen. */
export function paintSelection(grid: HTMLElement, selection: Selection): void {
  const area = areaOf(selection);
  const { row, column } = selection.active;
  for (const old of grid.querySelectorAll('.selected,.active')) {
    old.classList.remove('selected', 'active');
    old.removeAttribute('aria-selected');
  }
  // Whole rows first: this runs with every frame of scrolling.
  for (const line of grid.querySelectorAll<HTMLElement>('.row[data-row]')) {
    const at = Number(line.dataset.row);
    if (at < area.startRow || at >= area.endRow) continue;
    for (const cell of line.querySelectorAll<HTMLElement>('.cell')) {
      const place = { row: at, column: Number(cell.dataset.column) };
      if (!contains(area, place)) continue;
      cell.classList.add(at === row && place.column === column ? 'active' : 'selected');
      cell.setAttribute('aria-selected', 'true');
    }
  }
  const id = cellId(row, column);
  if (document.getElementById(id)) grid.setAttribute('aria-activedescendant', id);
  else grid.removeAttribute('aria-activedescendant');
}
