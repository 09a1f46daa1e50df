import type { CellExtras, CellFormat, CellValue } from './cell.ts';
import { copyRow, newRow, put, type Row } from './row.ts';

/** Marks a cell whose format was cleared although its column has one. */
const NO_FORMAT: CellFormat = Object.freeze({});

/** By content, since a marker that was on disk is another object. */
function isNoFormat(format: CellFormat): boolean {
  for (const _ in format) return false;
  return true;
}

/**
 * The cells of one tab. `fork` gives a draft that shares every row until it writes to it, so that a failed batch
 * costs nothing to forget and a reader keeps its snapshot.
 */
export class CellGrid {
  private readonly owner: object = {};
  private rows: (Row | undefined)[];
  private rowsShared: boolean;
  /** Formats of whole columns, below those of cells. */
  private columnFormats: ReadonlyMap<number, CellFormat>;
  private changes = 0;

  constructor(rows: (Row | undefined)[] = [], columnFormats: ReadonlyMap<number, CellFormat> = new Map()) {
    this.rows = rows;
    this.rowsShared = rows.length > 0;
    this.columnFormats = columnFormats;
  }

  fork(): CellGrid {
    this.rowsShared = true;
    return new CellGrid(this.rows, this.columnFormats);
  }

  /** Another number after every change, so that what was computed from these cells is known to be out of date. */
  get revision(): number {
    return this.changes;
  }

  /** Rows up to the last one that was ever written. */
  get length(): number {
    return this.rows.length;
  }

  row(index: number): Readonly<Row> | undefined {
    return this.rows[index];
  }

  value(row: number, column: number): CellValue | undefined {
    return this.rows[row]?.values[column];
  }

  format(row: number, column: number): CellFormat | undefined {
    const format = this.rows[row]?.formats?.[column] ?? this.columnFormats.get(column);
    return format !== undefined && isNoFormat(format) ? undefined : format;
  }

  extras(row: number, column: number): CellExtras | undefined {
    return this.rows[row]?.extras?.[column];
  }

  /** Cells up to the last one of a row that holds anything. */
  width(row: number): number {
    const { values, formats, extras } = this.rows[row] ?? { values: [] };
    return Math.max(values.length, formats?.length ?? 0, extras?.length ?? 0);
  }

  get hasColumnFormats(): boolean {
    return this.columnFormats.size > 0;
  }

  columnFormatEntries(): Iterable<[number, CellFormat]> {
    return this.columnFormats;
  }

  setValue(row: number, column: number, value: CellValue | undefined): void {
    if (value === undefined && this.value(row, column) === undefined) return;
    put(this.ownRow(row).values, column, value);
  }

  setFormat(row: number, column: number, format: CellFormat | undefined): void {
    const stored = format ?? (this.columnFormats.has(column) ? NO_FORMAT : undefined);
    if (stored === this.rows[row]?.formats?.[column]) return;
    const own = this.ownRow(row);
    own.formats ??= [];
    put(own.formats, column, stored);
  }

  setExtras(row: number, column: number, extras: CellExtras | undefined): void {
    if (extras === undefined && this.extras(row, column) === undefined) return;
    const own = this.ownRow(row);
    own.extras ??= [];
    put(own.extras, column, extras);
  }

  /** The format of every cell of a column that has none of its own. */
  setColumnFormat(column: number, format: CellFormat): void {
    this.changes += 1;
    this.columnFormats = new Map(this.columnFormats).set(column, format);
  }

  insertRows(at: number, count: number): void {
    if (at >= this.rows.length) return;
    const rows = this.ownRows();
    this.rows = [...rows.slice(0, at), ...Array<undefined>(count).fill(undefined), ...rows.slice(at)];
  }

  deleteRows(at: number, count: number): void {
    if (at < this.rows.length) this.ownRows().splice(at, count);
  }

  insertColumns(at: number, count: number): void {
    this.eachLine((cells) => {
      if (at < cells.length) cells.splice(at, 0, ...Array<undefined>(count).fill(undefined));
    });
    this.moveColumnFormats((column) => (column < at ? column : column + count));
  }

  deleteColumns(at: number, count: number): void {
    this.eachLine((cells) => {
      if (at < cells.length) cells.splice(at, count);
    });
    this.moveColumnFormats((column) => (column < at ? column : column < at + count ? undefined : column - count));
  }

  /** Puts whole rows in place of those from `at` on; for sorting and loading. */
  replaceRows(at: number, rows: readonly (Row | undefined)[]): void {
    const own = this.ownRows();
    while (own.length < at) own.push(undefined);
    for (const [offset, row] of rows.entries()) own[at + offset] = row;
  }

  private ownRows(): (Row | undefined)[] {
    this.changes += 1;
    if (this.rowsShared) this.rows = this.rows.slice();
    this.rowsShared = false;
    return this.rows;
  }

  private ownRow(index: number): Row {
    const rows = this.ownRows();
    while (rows.length <= index) rows.push(undefined);
    const present = rows[index];
    if (present?.owner === this.owner) return present;
    const own = present === undefined ? newRow(this.owner) : copyRow(present, this.owner);
    rows[index] = own;
    return own;
  }

  private eachLine(change: (cells: unknown[]) => void): void {
    for (let index = 0; index < this.rows.length; index += 1) {
      if (this.rows[index] === undefined) continue;
      const row = this.ownRow(index);
      change(row.values);
      if (row.formats !== undefined) change(row.formats);
      if (row.extras !== undefined) change(row.extras);
    }
  }

  private moveColumnFormats(moved: (column: number) => number | undefined): void {
    const next = new Map<number, CellFormat>();
    for (const [column, format] of this.columnFormats) {
      const to = moved(column);
      if (to !== undefined) next.set(to, format);
    }
    this.columnFormats = next;
  }
}
