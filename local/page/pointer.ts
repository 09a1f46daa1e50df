import type { GridActions } from './grid-actions.ts';
import { type Place, selectCell } from './selection.ts';

/** A mouse selects by pressing and dragging and edits by a double click; a finger selects with a tap and edits with the next. */
export function listenToPointer(actions: GridActions): void {
  const { grid } = actions;
  const { scroller } = grid.elements;
  let dragging = false;
  scroller.addEventListener('pointerdown', (event) => {
    const place = placeOf(event);
    if (place === undefined || event.button !== 0 || event.pointerType === 'touch' || isOnLink(event)) return;
    event.preventDefault();
    actions.focus();
    dragging = true;
    const { active } = grid.selection;
    grid.select(event.shiftKey ? { active, corner: place } : selectCell(place), false);
  });
  scroller.addEventListener('pointermove', (event) => {
    const place = dragging ? placeOf(event) : undefined;
    if (place !== undefined) grid.select({ active: grid.selection.active, corner: place }, false);
  });
  addEventListener('pointerup', () => {
    dragging = false;
  });
  scroller.addEventListener('dblclick', (event) => {
    // Two taps are a double click as well, and the second has opened the editor already.
    if (placeOf(event) !== undefined && !actions.editor.open) actions.edit();
  });
  scroller.addEventListener('click', (event) => {
    const place = placeOf(event);
    const byFinger = event instanceof PointerEvent && event.pointerType === 'touch';
    if (place === undefined || !byFinger || isOnLink(event)) return;
    const { active } = grid.selection;
    if (active.row === place.row && active.column === place.column) return actions.edit();
    actions.focus();
    grid.select(selectCell(place), false);
  });
}

const isOnLink = ({ target }: Event): boolean => target instanceof Element && target.closest('a') !== null;

function placeOf({ target }: Event): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('.cell') : null;
  return cell === null ? undefined : { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}
