import type { Grid } from './grid.ts';
import { placeOf } from './place-of.ts';
import type { Place } from './selection.ts';

const GAP = 6;

/** Shows the note of the cell below the pointer, else that of the active cell. */
export class NoteBox {
  private readonly box: HTMLElement;
  private readonly grid: Grid;
  private hovered: Place | undefined;
  /** Nothing is shown while somebody types: the note would cover the choices. */
  isTyping: () => boolean = () => false;

  constructor(box: HTMLElement, grid: Grid) {
    this.box = box;
    this.grid = grid;
    const { scroller } = grid.elements;
    scroller.addEventListener('pointermove', (event) => {
      // A finger that passes points at nothing; it taps.
      if (event.pointerType !== 'touch') this.hover(placeOf(event));
    });
    scroller.addEventListener('pointerleave', () => this.hover(undefined));
  }

  private hover(place: Place | undefined): void {
    if (place?.row === this.hovered?.row && place?.column === this.hovered?.column) return;
    this.hovered = place;
    this.place();
  }

  place(): void {
    const place = this.noted(this.hovered) ?? this.noted(this.grid.selection.active);
    const note = place && this.grid.store?.cell(place.row, place.column)?.note;
    const cell = place && this.grid.cellElement(place)?.getBoundingClientRect();
    const around = this.grid.elements.scroller.getBoundingClientRect();
    this.box.hidden = note === undefined || cell === undefined || this.isTyping() || !meets(cell, around);
    if (this.box.hidden || cell === undefined) return;
    this.box.textContent = note ?? '';
    const { offsetWidth: width, offsetHeight: height } = this.box;
    const beside = cell.right + GAP + width <= around.right;
    const left = beside
      ? cell.right + GAP
      : Math.max(around.left + GAP, Math.min(cell.left, around.right - width - GAP));
    const below = beside ? cell.top : cell.bottom + GAP;
    const top = below + height <= around.bottom ? below : Math.max(around.top, cell.top - (beside ? 0 : height + GAP));
    this.box.style.left = `${left}px`;
    this.box.style.top = `${Math.min(top, around.bottom - height)}px`;
  }

  private noted(place: Place | undefined): Place | undefined {
    return place && this.grid.store?.cell(place.row, place.column)?.note !== undefined ? place : undefined;
  }
}

const meets = (a: DOMRect, b: DOMRect) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
