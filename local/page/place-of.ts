import type { Place } from './selection.ts';

/** The cell that an event happened in. */
export function placeOf({ target }: Event): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('.cell') : null;
  return cell === null ? undefined : { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}
