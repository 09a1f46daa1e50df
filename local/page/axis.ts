/** Where the rows or columns of a grid stand, in pixels: all of one size but some. */
export class Axis {
  readonly count: number;
  private readonly standard: number;
  private readonly own: Map<number, number>;
  /** Indexes with a size of their own, ascending, and what they and those before them add to the standard. */
  private keys: number[] = [];
  private added: number[] = [];

  constructor(count: number, standard: number, own: Iterable<readonly [number, number]> = []) {
    this.count = count;
    this.standard = standard;
    this.own = new Map(own);
    this.index();
  }

  get total(): number {
    return this.offset(this.count);
  }

  size(index: number): number {
    return this.own.get(index) ?? this.standard;
  }

  /** Distance of the beginning of `index` from the beginning of the first. */
  offset(index: number): number {
    return index * this.standard + this.addedBefore(index);
  }

  /** The index that stands at `pixels`, the last one beyond the end. */
  at(pixels: number): number {
    let low = 0;
    let high = Math.max(0, this.count - 1);
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.offset(middle) <= pixels) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Takes other sizes; tells whether any differed. */
  resize(sizes: Iterable<readonly [number, number]>): boolean {
    let changed = false;
    for (const [index, size] of sizes) {
      if (this.size(index) === size) continue;
      this.own.set(index, size);
      changed = true;
    }
    if (changed) this.index();
    return changed;
  }

  private index(): void {
    this.keys = [...this.own.keys()].sort((a, b) => a - b);
    let sum = 0;
    this.added = this.keys.map((key) => {
      sum += (this.own.get(key) ?? this.standard) - this.standard;
      return sum;
    });
  }

  private addedBefore(index: number): number {
    let low = 0;
    let high = this.keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.keys[middle] ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 0 : (this.added[low - 1] ?? 0);
  }
}
