import type { Cell, Grid } from '../domain/cells/cell.ts';
import type { TabRows, WantedCells } from '../domain/cells/tab-rows.ts';
import { parsed } from './call.ts';
import { readDifferentCells } from './different-cells.ts';
import type { ScannedRows } from './row-list.ts';
import type { RowBytes } from './rows-again.ts';

/** The rows of a tab as they lie in the answer of Sheets: where each begins and ends, unparsed. */
export class ByteRows implements TabRows, RowBytes {
  readonly length: number;
  readonly body: Buffer;
  readonly bounds: Int32Array;
  private readonly view: DataView;
  private readonly workbook: string;
  /** Rows of an earlier reading that were found again; forgotten with that reading. */
  private readonly again = new WeakMap<ByteRows, ScannedRows['again']>();

  /**
   * `again` are rows of `earlier`. No function is given: one that is made where the earlier rows are in sight would keep
   * them in memory, and with them those before.
   */
  constructor(body: Buffer, { bounds, again }: ScannedRows, workbook: string, earlier?: ByteRows) {
    this.body = body;
    this.view = new DataView(body.buffer, body.byteOffset, body.byteLength);
    this.bounds = bounds;
    this.length = bounds.length / 2;
    this.workbook = workbook;
    if (earlier) this.again.set(earlier, again);
  }

  slice(from: number, to: number): Grid {
    if (from >= to) return [];
    return this.parse(`[${this.body.toString('utf8', this.start(from), this.end(to - 1))}]`) as Grid; // values are scalars
  }

  eachRow<T>(rows: Int32Array, wanted: WantedCells<T>, each: (cells: readonly T[], row: number) => void): void {
    readDifferentCells(this, rows, wanted, (json) => this.parse(json) as readonly Cell[], each); // values are scalars
  }

  /** Most rows stand where they stood, seen from the first row or from the last; the others are looked up by hash. */
  rowsIn(earlier: TabRows): Int32Array | undefined {
    if (!(earlier instanceof ByteRows)) return undefined;
    const found = new Int32Array(this.length).fill(-1);
    const taken = new Uint8Array(earlier.length);
    for (const { row, from, to } of this.again.get(earlier) ?? []) {
      taken.fill(1, from, to);
      for (let at = from; at < to; at++) found[row + at - from] = at;
    }
    const take = (row: number, at: number): boolean => {
      // There is no row before the first, nor after the last.
      if (taken[at] !== 0 || !this.equals(row, earlier, at)) return false;
      found[row] = at;
      taken[at] = 1;
      return true;
    };
    for (const shift of new Set([0, earlier.length - this.length]))
      for (const row of rowsWith(-1, found)) take(row, row + shift);
    const left = rowsWith(0, taken);
    if (left.length === 0) return found;
    const byHash = Map.groupBy(left, (at) => earlier.hashOf(at));
    for (const row of rowsWith(-1, found)) {
      const candidates = byHash.get(this.hashOf(row)) ?? [];
      const chosen = candidates.findLastIndex((at) => take(row, at));
      // Many rows may be equal: who is taken is not looked at again.
      if (chosen >= 0) candidates.splice(chosen, 1);
    }
    return found;
  }

  private parse(json: string): unknown {
    return parsed(this.body, this.workbook, json);
  }

  private start(row: number): number {
    return this.bounds[2 * row] ?? 0;
  }

  private end(row: number): number {
    return this.bounds[2 * row + 1] ?? 0;
  }

  /** Only to find candidates; whether two rows are equal their bytes tell. */
  private hashOf(row: number): number {
    const end = this.end(row);
    let at = this.start(row);
    let hash = end - at;
    for (; at + 4 <= end; at += 4) hash = Math.imul(hash ^ this.view.getInt32(at), 0x01000193) ^ (hash >>> 15);
    for (; at < end; at++) hash = Math.imul(hash ^ this.view.getUint8(at), 0x01000193);
    return hash;
  }

  private equals(row: number, other: ByteRows, otherRow: number): boolean {
    const end = this.end(row);
    let at = this.start(row);
    let otherAt = other.start(otherRow);
    if (other.end(otherRow) - otherAt !== end - at) return false;
    for (; at + 4 <= end; at += 4, otherAt += 4)
      if (this.view.getInt32(at) !== other.view.getInt32(otherAt)) return false;
    for (; at < end; at++, otherAt++) if (this.view.getUint8(at) !== other.view.getUint8(otherAt)) return false;
    return true;
  }
}

function rowsWith(value: number, marks: Int32Array | Uint8Array): number[] {
  const rows: number[] = [];
  for (let row = marks.indexOf(value); row >= 0; row = marks.indexOf(value, row + 1)) rows.push(row);
  return rows;
}
