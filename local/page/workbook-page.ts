import type { BookWire, StatusWire } from '../sheets-server/page/wire.ts';
import { parseAddress, parseSelection } from './address.ts';
import { ChartLayer } from './chart-layer.ts';
import { listenToClipboard } from './clipboard.ts';
import { Editor } from './editor.ts';
import { Edits } from './edits.ts';
import { byId } from './elements.ts';
import { drawFilterViews, listenToFilterViews } from './filter-views.ts';
import { isFiltered } from './filtered-rows.ts';
import { Grid } from './grid.ts';
import { GridActions } from './grid-actions.ts';
import { listenToKeys } from './keyboard.ts';
import { NoteBox } from './note-box.ts';
import { listenToPointer } from './pointer.ts';
import { say } from './say.ts';
import { nameOf, selectCell } from './selection.ts';
import { Server } from './server.ts';
import { syncLine } from './sync-line.ts';
import { drawTabBar, moveAlongTabs } from './tab-bar.ts';

const LOOK_MS = 1000;

/** The open workbook: follows the address, the person and the server. */
export class WorkbookPage {
  private readonly server: Server;
  private readonly grid: Grid;
  private readonly actions: GridActions;
  private readonly editor: Editor;
  private readonly charts: ChartLayer;
  private readonly notes: NoteBox;
  private book: BookWire | undefined;
  private status: { readonly read: StatusWire; readonly at: number } | undefined;
  private version = -1;
  private refreshing: Promise<void> | undefined;

  constructor(id: string) {
    this.server = new Server(id);
    const [scroller, grid, head, rows] = [byId('scroller'), byId('grid'), byId('head'), byId('rows')];
    this.grid = new Grid(this.server, { scroller, grid, head, rows });
    this.editor = new Editor(scroller.parentElement ?? document.body);
    this.actions = new GridActions(this.grid, this.editor, new Edits(this.server));
    for (const listen of [listenToKeys, listenToPointer, listenToClipboard]) listen(this.actions);
    this.charts = new ChartLayer(byId('charts-over'), byId('charts-below'));
    this.notes = new NoteBox(byId('note'), this.grid);
    this.notes.isTyping = () => this.editor.open;
    this.grid.onDraw = () => this.afterDrawing();
    this.grid.onProblem = this.actions.onProblem = (error) => say(messageOf(error));
    this.actions.onWritten = () => void this.look();
    this.actions.say = say;
  }

  async start(): Promise<void> {
    addEventListener('hashchange', () => void this.open());
    addEventListener('click', ({ target }) => {
      // A link to where one is already changes no address, and still leads there.
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('#grid a') : null;
      if (link?.getAttribute('href') === location.hash) void this.open();
    });
    listenToFilterViews(() => this.grid.shape?.tab.id);
    addEventListener('visibilitychange', () => void this.look());
    moveAlongTabs(byId('tabs'));
    byId('sync-now').addEventListener('click', () => {
      this.server.syncNow().then(() => this.look(), this.grid.onProblem);
    });
    byId('new-row').addEventListener('click', () => this.newRow());
    const place = byId('place', HTMLInputElement);
    place.addEventListener('keydown', ({ key }) => {
      const selection = parseSelection(place.value);
      if (key === 'Enter' && selection !== undefined) this.grid.select(selection);
      if (key === 'Enter' || key === 'Escape') this.actions.focus();
    });
    setInterval(() => void this.look(), LOOK_MS);
    this.actions.focus();
    await this.look();
  }

  /** Asks for the version, which is cheap, and reads again only when it is another. */
  private async look(): Promise<void> {
    if (document.hidden) return;
    try {
      const read = await this.server.status();
      this.status = { read, at: Date.now() };
      this.drawStatus();
      if (read.version === this.version) return;
      this.version = read.version;
      this.book = await this.server.book();
      byId('title').textContent = this.book.title;
      await this.refresh();
    } catch (error) {
      this.status = undefined;
      byId('sync-text').textContent = messageOf(error);
      byId('sync-text').className = 'problem';
    }
  }

  private drawStatus(): void {
    if (this.status === undefined) return;
    const { read, at } = this.status;
    const text = byId('sync-text');
    text.textContent = syncLine(read, (Date.now() - at) / 1000);
    text.className = read.sync?.problem === undefined ? '' : 'problem';
    byId('sync-now').hidden = read.sync === undefined;
  }

  /** Goes where the address points to. */
  private async open(): Promise<void> {
    await this.refresh().catch(this.grid.onProblem);
    this.goToSelection();
    this.actions.focus();
  }

  /** To the cells that the address names. */
  private goToSelection(): void {
    const { selection } = parseAddress(location.hash);
    if (selection === undefined) return;
    this.grid.select(selection);
    const { row } = selection.active;
    if (isFiltered(this.grid.shape?.tab.filtered ?? [], row)) say(`Row ${row + 1} is hidden by a filter.`);
  }

  private refresh(): Promise<void> {
    const turn = (this.refreshing ?? Promise.resolve()).catch(() => undefined).then(() => this.readTab());
    this.refreshing = turn;
    return turn;
  }

  private async readTab(): Promise<void> {
    if (this.book === undefined) return;
    const address = parseAddress(location.hash);
    // A link without a tab means the one that it stands on.
    const here = address.view !== undefined || address.selection !== undefined ? this.grid.shape?.tab.id : undefined;
    const wanted = address.tab ?? here ?? this.book.tabs[0]?.id;
    drawTabBar(byId('tabs'), this.book, wanted);
    if (wanted === undefined) return;
    const isFirst = this.grid.shape === undefined;
    const tab = await this.server.tab(wanted, address.view);
    document.title = `${tab.title} · ${this.book.title}`;
    if (tab.id !== this.grid.shape?.tab.id) this.editor.commit(undefined);
    drawFilterViews(tab);
    this.grid.show(tab);
    if (isFirst) this.goToSelection();
    byId('new-row').hidden = tab.locked.length > 0 || tab.rows === 0;
    await this.charts.show(tab.charts === 0 ? [] : await this.server.charts(tab.id));
    this.grid.draw();
  }

  /** To the first row below all others, ready to type. */
  private newRow(): void {
    const tab = this.grid.shape?.tab;
    if (tab === undefined) return;
    this.grid.select(selectCell({ row: Math.min(tab.usedRows, tab.rows - 1), column: 0 }));
    this.actions.focus();
  }

  private afterDrawing(): void {
    const { shape, store, selection } = this.grid;
    if (shape === undefined || store === undefined) return;
    this.charts.place(shape);
    this.editor.place();
    this.notes.place();
    const place = byId('place', HTMLInputElement);
    if (document.activeElement !== place) place.value = nameOf(selection);
    const cell = store.cell(selection.active.row, selection.active.column);
    byId('content').textContent = cell?.e ?? cell?.t ?? '';
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
