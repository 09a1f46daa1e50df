import type { CellsWire, CellWire, StyleWire } from '../sheets-server/page/wire.ts';
import type { Server } from './server.ts';

const ROWS = 128;
const COLUMNS = 64;
/** Blocks kept in memory, about 30,000 rows of a narrow tab. */
const KEPT = 240;

export interface Block {
  readonly startRow: number;
  readonly startColumn: number;
  readonly cells: CellsWire;
}

export interface Window {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** The cells of one tab, read in blocks when they come into sight. */
export class CellStore {
  private readonly server: Server;
  private readonly tab: number;
  private readonly onBlock: (block: Block) => void;
  private readonly blocks = new Map<string, { block: Block; text: string; version: number }>();
  private readonly underWay = new Set<string>();

  constructor(server: Server, tab: number, onBlock: (block: Block) => void) {
    this.server = server;
    this.tab = tab;
    this.onBlock = onBlock;
  }

  /** Undefined while it is not read yet, null when it is empty. */
  cell(row: number, column: number): CellWire | null | undefined {
    const found = this.blocks.get(keyOf(row, column));
    if (found === undefined) return undefined;
    return found.block.cells.rows[row % ROWS]?.[column % COLUMNS] ?? null;
  }

  style(row: number, column: number, cell: Pick<CellWire, 's'>): StyleWire | undefined {
    return cell.s === undefined ? undefined : this.blocks.get(keyOf(row, column))?.block.cells.styles[cell.s];
  }

  choices(row: number, column: number): readonly string[] | undefined {
    const index = this.cell(row, column)?.choices;
    return index === undefined ? undefined : this.blocks.get(keyOf(row, column))?.block.cells.choices[index];
  }

  /**
   * Reads what is missing in the window, or older than `version`; tells of each block that differs from before. Rows
   * of which nothing is shown are not worth reading.
   */
  async read(
    window: Window,
    version: number,
    isShown: (startRow: number, endRow: number) => boolean = () => true,
  ): Promise<void> {
    const wanted: Promise<void>[] = [];
    for (let row = window.startRow - (window.startRow % ROWS); row < window.endRow; row += ROWS)
      for (
        let column = window.startColumn - (window.startColumn % COLUMNS);
        column < window.endColumn;
        column += COLUMNS
      )
        if (isShown(Math.max(row, window.startRow), Math.min(row + ROWS, window.endRow)))
          wanted.push(this.readBlock(row, column, version));
    await Promise.all(wanted);
  }

  private async readBlock(startRow: number, startColumn: number, version: number): Promise<void> {
    const key = keyOf(startRow, startColumn);
    const present = this.blocks.get(key);
    if ((present !== undefined && present.version >= version) || this.underWay.has(key)) return;
    this.underWay.add(key);
    try {
      const cells = await this.server.cells(
        this.tab,
        [startRow, startRow + ROWS],
        [startColumn, startColumn + COLUMNS],
      );
      const { version: read, ...content } = cells;
      const text = JSON.stringify(content);
      this.blocks.delete(key);
      this.blocks.set(key, { block: { startRow, startColumn, cells }, text, version: read });
      for (const oldest of this.blocks.keys()) {
        if (this.blocks.size <= KEPT) break;
        this.blocks.delete(oldest);
      }
      if (text !== present?.text) this.onBlock({ startRow, startColumn, cells });
    } finally {
      this.underWay.delete(key);
    }
  }
}

const keyOf = (row: number, column: number) => `${Math.floor(row / ROWS)},${Math.floor(column / COLUMNS)}`;
