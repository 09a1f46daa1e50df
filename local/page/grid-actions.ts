import type { AreaWire, CellWire, TabWire } from '../sheets-server/page/wire.ts';
import type { Editor } from './editor.ts';
import { areaAt, type Edits, whyLocked } from './edits.ts';
import { shownParts } from './filtered-rows.ts';
import type { Grid } from './grid.ts';
import { moved, pastHidden } from './keys.ts';
import { areaOf, nameOf, type Place, type Selection, selectCell } from './selection.ts';

/** What people do to the grid, whether by key, pointer or clipboard. */
export class GridActions {
  readonly grid: Grid;
  readonly editor: Editor;
  private readonly edits: Edits;
  onWritten: () => void = () => undefined;
  onProblem: (error: unknown) => void = () => undefined;
  /** Something to tell the person. */
  say: (text: string) => void = () => undefined;

  constructor(grid: Grid, editor: Editor, edits: Edits) {
    this.grid = grid;
    this.editor = editor;
    this.edits = edits;
  }

  focus(): void {
    this.grid.elements.grid.focus({ preventScroll: true });
  }

  /** Opens the editor on the active cell; `text` replaces what stands there. */
  edit(text?: string): void {
    const { shape, store, selection } = this.grid;
    const place = selection.active;
    if (shape === undefined || store === undefined || this.refused(selectCell(place))) return;
    this.grid.select(selectCell(place));
    const before = textOf(store.cell(place.row, place.column));
    this.editor.begin({
      name: nameOf(selectCell(place)),
      text: text ?? before,
      before,
      choices: store.choices(place.row, place.column),
      where: () => this.grid.cellElement(place)?.getBoundingClientRect(),
      done: (typed, leaving) => {
        if (typed !== before) this.write(place, [[typed]]);
        if (leaving === undefined) return;
        this.focus();
        if (leaving.key !== 'none') this.move(leaving.key, false, leaving.shift);
      },
      cancelled: () => this.focus(),
    });
  }

  /** Types rows of text from a place on, as a person would. */
  write(place: Place, values: readonly (readonly string[])[]): boolean {
    const tab = this.grid.shape?.tab;
    if (tab === undefined) return false;
    const area = areaAt(place, values);
    const why = whyLocked(tab, area) ?? whyUnseen(tab, area);
    if (why !== undefined) this.say(why);
    else this.edits.type(tab, place, values).then(this.onWritten, this.onProblem);
    return why === undefined;
  }

  clear(): void {
    const tab = this.grid.shape?.tab;
    if (tab === undefined || this.refused(this.grid.selection)) return;
    // What a filter hides stays as it is: nobody meant it.
    const parts = shownParts(tab.filtered, areaOf(this.grid.selection));
    Promise.all(parts.map((part) => this.edits.clear(tab, part))).then(this.onWritten, this.onProblem);
  }

  /** Tells whether the key moves. */
  move(key: string, ctrl: boolean, shift: boolean): boolean {
    const { shape, selection, page } = this.grid;
    const target = shape && moved(selection, { key, ctrl, shift }, { ...shape.tab, page });
    if (shape === undefined || target === undefined) return false;
    const next = pastHidden(selection, target, shape.rows, shape.columns);
    if (next !== undefined) this.grid.select(next);
    return true;
  }

  selectAll(): void {
    const tab = this.grid.shape?.tab;
    if (tab === undefined) return;
    const corner = { row: Math.max(0, tab.usedRows - 1), column: Math.max(0, tab.usedColumns - 1) };
    this.grid.select({ active: { row: 0, column: 0 }, corner }, false);
  }

  /** Goes where the link of the active cell leads; false when it has none. */
  follow(): boolean {
    const link = this.grid.cellElement(this.grid.selection.active)?.querySelector('a');
    link?.click();
    return Boolean(link);
  }

  /** Turns the checkbox of the active cell; false when it has none. */
  tick(): boolean {
    const { active } = this.grid.selection;
    const { tick, tickText } = this.grid.store?.cell(active.row, active.column) ?? {};
    if (tick === undefined) return false;
    this.write(active, [[tickText ?? (tick ? 'FALSE' : 'TRUE')]]);
    return true;
  }

  private refused(selection: Selection): boolean {
    const tab = this.grid.shape?.tab;
    const why = tab && whyLocked(tab, areaOf(selection));
    if (why !== undefined) this.say(why);
    return why !== undefined;
  }
}

/** Rows put down over hidden ones would be lost from sight. */
const whyUnseen = (tab: TabWire, area: AreaWire): string | undefined =>
  area.endRow - area.startRow > 1 &&
  shownParts(tab.filtered, area).some((part) => part.endRow - part.startRow < area.endRow - area.startRow)
    ? 'A filter hides rows there. Close it before you paste over them.'
    : undefined;

const textOf = (cell: CellWire | null | undefined): string => cell?.e ?? cell?.t ?? '';
