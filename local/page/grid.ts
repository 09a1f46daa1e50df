import type { TabWire } from '../sheets-server/page/wire.ts';
import { cellId } from './cell-element.ts';
import { type Block, CellStore } from './cell-store.ts';
import { FittedRows } from './fitted-rows.ts';
import { paintSelection } from './paint-selection.ts';
import { type Columns, lettersElement, rowElement } from './row-element.ts';
import { ROW_PIXELS } from './row-height.ts';
import { type Place, type Selection, selectCell } from './selection.ts';
import type { Server } from './server.ts';
import { headPixels, outOfSight, type Shape, shapeOf } from './shape.ts';
import { type Sight, sightOf } from './sight.ts';

const READ_DELAY_MS = 30;
const NOTHING: Columns = [0, 0];

export interface GridElements {
  readonly scroller: HTMLElement;
  readonly grid: HTMLElement;
  readonly head: HTMLElement;
  readonly rows: HTMLElement;
}

/** The open tab as a grid: draws the rows in sight, whatever their number. */
export class Grid {
  readonly elements: GridElements;
  private readonly server: Server;
  private readonly heights = new FittedRows();
  private readonly drawn = new Map<number, HTMLElement>();
  private columns: Columns = NOTHING;
  private frame = 0;
  /** What was to be brought into sight, until somebody scrolls: rows above it may yet become taller. */
  private target: Place | undefined;
  private reading: ReturnType<typeof setTimeout> | undefined;
  shape: Shape | undefined;
  store: CellStore | undefined;
  selection: Selection = selectCell({ row: 0, column: 0 });
  /** Told after each drawing. */
  onDraw: () => void = () => undefined;
  onProblem: (error: unknown) => void = () => undefined;

  constructor(server: Server, elements: GridElements) {
    this.server = server;
    this.elements = elements;
    elements.scroller.addEventListener('scroll', () => this.draw(), { passive: true });
    for (const name of ['wheel', 'pointerdown', 'touchmove'])
      elements.scroller.addEventListener(name, () => this.forgetTarget(), { passive: true });
    new ResizeObserver(() => this.reshape()).observe(elements.scroller);
  }

  /** Opens a tab, or takes what changed of the one that is open. */
  show(tab: TabWire): void {
    const before = this.shape?.tab;
    const isOther = before?.id !== tab.id;
    if (isOther) {
      this.store = new CellStore(this.server, tab.id, (block) => this.take(block));
      this.selection = selectCell({ row: 0, column: 0 });
    }
    if (isOther || before.view?.id !== tab.view?.id) {
      this.forgetTarget();
      this.elements.scroller.scrollTo(0, 0);
    }
    this.shape = shapeOf(tab, this.heights.of(tab), this.view());
    this.reshape();
    if (before?.rows !== tab.rows) this.bringIntoSight();
  }

  select(selection: Selection, scroll = true): void {
    this.selection = selection;
    this.target = scroll ? selection.corner : undefined;
    this.bringIntoSight();
    this.draw();
  }

  /** Scrolls as far as it takes to see a cell, also one that the tab has yet to grow to. */
  reveal(place: Place): void {
    this.target = place;
    this.bringIntoSight();
  }

  /** Rows that the window holds. */
  get page(): number {
    const head = this.shape ? headPixels(this.shape) : 0;
    return Math.max(1, Math.floor((this.view().height - head) / ROW_PIXELS) - 1);
  }

  cellElement({ row, column }: Place): HTMLElement | null {
    return document.getElementById(cellId(row, column));
  }

  /** Draws in the next frame. */
  draw(): void {
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.drawNow();
    });
  }

  private forgetTarget(): void {
    this.target = undefined;
  }

  private bringIntoSight(): void {
    if (this.shape === undefined || this.target === undefined) return;
    const { x, y } = outOfSight(this.shape, this.target, this.view());
    if (x !== 0 || y !== 0) this.elements.scroller.scrollBy(x, y);
  }

  private view(): DOMRectReadOnly {
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.elements.scroller;
    return new DOMRectReadOnly(scrollLeft, scrollTop, clientWidth, clientHeight);
  }

  /** Everything is drawn anew: sizes, frozen parts or cells changed. */
  private reshape(): void {
    if (this.shape === undefined) return;
    this.shape = shapeOf(this.shape.tab, this.shape.rows, this.view());
    const { grid, rows } = this.elements;
    const { tab, columns, gutter, frozenRows } = this.shape;
    grid.style.width = `${gutter + columns.total}px`;
    rows.style.height = `${this.shape.rows.total - this.shape.rows.offset(frozenRows)}px`;
    grid.classList.toggle('plain', !tab.gridlines);
    grid.classList.toggle('viewed', tab.view?.title !== undefined);
    grid.setAttribute('aria-rowcount', String(tab.rows));
    grid.setAttribute('aria-colcount', String(tab.columns));
    grid.setAttribute('aria-label', tab.title);
    this.columns = NOTHING;
    this.draw();
  }

  private take(block: Block): void {
    if (this.shape === undefined) return;
    const { rows, columns } = this.shape;
    const { scroller } = this.elements;
    const first = rows.at(scroller.scrollTop);
    const before = rows.offset(first);
    if (this.heights.fit(block, columns)) {
      this.reshape();
      // What is read stays where it is when rows above it become taller.
      scroller.scrollBy(0, rows.offset(first) - before);
      this.bringIntoSight();
    }
    this.columns = NOTHING;
    this.draw();
  }

  private drawNow(): void {
    const { shape, store } = this;
    if (shape === undefined || store === undefined) return;
    const sight = sightOf(shape, this.view());
    if (sight.columns[0] !== this.columns[0] || sight.columns[1] !== this.columns[1]) {
      this.columns = sight.columns;
      for (const row of [...this.drawn.keys()]) this.forget(row);
      const frozen = Array.from({ length: shape.frozenRows }, (_, row) => rowElement(shape, store, row, sight.columns));
      this.elements.head.replaceChildren(lettersElement(shape, sight.columns), ...frozen);
    }
    this.drawRows(shape, store, sight);
    paintSelection(this.elements.grid, this.selection);
    this.readLater(shape, store, sight);
    this.onDraw();
  }

  private drawRows(shape: Shape, store: CellStore, { from, to, columns }: Sight): void {
    const top = shape.rows.offset(shape.frozenRows);
    for (const row of [...this.drawn.keys()]) if (row < from || row >= to) this.forget(row);
    const fresh = document.createDocumentFragment();
    for (let row = from; row < to; row += 1) {
      if (this.drawn.has(row) || shape.rows.size(row) === 0) continue;
      const element = rowElement(shape, store, row, columns);
      element.style.top = `${shape.rows.offset(row) - top}px`;
      this.drawn.set(row, element);
      fresh.append(element);
    }
    this.elements.rows.append(fresh);
  }

  private forget(row: number): void {
    this.drawn.get(row)?.remove();
    this.drawn.delete(row);
  }

  /** Not for every frame of a fling: blocks that pass by are not worth reading. */
  private readLater(
    { tab, rows: axis, frozenRows, frozenColumns }: Shape,
    store: CellStore,
    { from, to, columns }: Sight,
  ): void {
    clearTimeout(this.reading);
    const rows = [
      { startRow: from, endRow: to },
      { startRow: 0, endRow: frozenRows },
    ];
    const across = [
      { startColumn: columns[0], endColumn: columns[1] },
      { startColumn: 0, endColumn: frozenColumns },
    ];
    this.reading = setTimeout(() => {
      const windows = rows.flatMap((some) => across.map((part) => ({ ...some, ...part })));
      const isShown = (startRow: number, endRow: number) => axis.offset(endRow) > axis.offset(startRow);
      Promise.all(windows.map((window) => store.read(window, tab.version, isShown))).catch(this.onProblem);
    }, READ_DELAY_MS);
  }
}
