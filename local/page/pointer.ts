import type { GridActions } from './grid-actions.ts';
import { placeOf } from './place-of.ts';
import { selectCell } from './selection.ts';

/** A mouse selects by pressing and dragging and edits by a double click; a finger selects with a tap and edits with the next. */
export function listenToPointer(actions: GridActions): void {
  const { grid } = actions;
  const { scroller } = grid.elements;
  let dragging = false;
  scroller.addEventListener('pointerdown', (event) => {
    const place = placeOf(event);
    if (place === undefined || event.button !== 0 || event.pointerType === 'touch' || isOn(event, 'a')) return;
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
    if (placeOf(event) !== undefined && !actions.editor.open && !isOn(event, '.tick,.filter')) actions.edit();
  });
  scroller.addEventListener('click', (event) => {
    const place = placeOf(event);
    const byFinger = event instanceof PointerEvent && event.pointerType === 'touch';
    if (place === undefined || isOn(event, 'a')) return;
    const sign = isOn(event, '.filter');
    if (sign !== null) return actions.say(sign.getAttribute('aria-label') ?? '');
    if (isOn(event, '.tick')) {
      actions.focus();
      grid.select(selectCell(place), false);
      actions.tick();
      return;
    }
    if (!byFinger) {
      if (isOnArrow(event)) actions.edit();
      return;
    }
    const { active } = grid.selection;
    if (active.row === place.row && active.column === place.column) return actions.edit();
    actions.focus();
    grid.select(selectCell(place), false);
  });
}

const isOn = ({ target }: Event, selector: string): Element | null =>
  target instanceof Element ? target.closest(selector) : null;

const ARROW_PIXELS = 18;

/** The arrow of a dropdown stands at the right end of its cell. */
function isOnArrow(event: MouseEvent): boolean {
  const cell = isOn(event, '.choice');
  return cell !== null && event.clientX > cell.getBoundingClientRect().right - ARROW_PIXELS;
}
