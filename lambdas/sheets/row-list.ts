import type { RowBytes, RowRun } from './rows-again.ts';

/** The rows of one tab of an answer. */
export interface ScannedRows {
  /** Where each row begins, and the byte after its end. */
  readonly bounds: Int32Array;
  /** Rows of an earlier answer that were found again, and `row` where the first of them stands now. */
  readonly again: readonly (RowRun & { readonly row: number })[];
}

/** Rows as they are found one after the other. */
export class RowList {
  private bounds = new Int32Array(1024);
  private filled = 0;
  private readonly again: (RowRun & { row: number })[] = [];

  /** The byte after the last row. */
  get end(): number {
    return this.bounds[this.filled - 1] ?? 0;
  }

  add(start: number, end: number): void {
    this.makeRoom(2);
    this.bounds[this.filled++] = start;
    this.bounds[this.filled++] = end;
  }

  /** Rows of an earlier answer that stand again from the byte `at` on. */
  addRun({ bounds }: RowBytes, { from, to }: RowRun, at: number): void {
    this.makeRoom(2 * (to - from));
    this.again.push({ from, to, row: this.filled / 2 });
    const shift = at - (bounds[2 * from] ?? 0);
    const { bounds: own, filled } = this;
    for (let n = 2 * from; n < 2 * to; n++) own[filled + n - 2 * from] = (bounds[n] ?? 0) + shift;
    this.filled += 2 * (to - from);
  }

  /** A copy, so that nothing is kept of the room that was left. */
  scanned(): ScannedRows {
    return { bounds: this.bounds.slice(0, this.filled), again: this.again };
  }

  private makeRoom(more: number): void {
    if (this.filled + more <= this.bounds.length) return;
    const larger = new Int32Array(Math.max(2 * this.bounds.length, this.filled + more));
    larger.set(this.bounds);
    this.bounds = larger;
  }
}
