/** The least of what was put in comes out first (by `isBefore`); a binary heap. */
export class Heap<T> {
  readonly #items: T[] = [];
  readonly #isBefore: (a: T, b: T) => boolean;

  constructor(isBefore: (a: T, b: T) => boolean) {
    this.#isBefore = isBefore;
  }

  get size(): number {
    return this.#items.length;
  }

  peek(): T | undefined {
    return this.#items[0];
  }

  push(item: T): void {
    const items = this.#items;
    let at = items.push(item) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = items[above];
      if (parent === undefined || !this.#isBefore(item, parent)) break;
      items[at] = parent;
      at = above;
    }
    items[at] = item;
  }

  pop(): T | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (last !== undefined && items.length > 0) this.#sink(last);
    return first;
  }

  /** From the root down. */
  #sink(item: T): void {
    const items = this.#items;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const [one, other] = [items[left], items[left + 1]];
      const isRight = one !== undefined && other !== undefined && this.#isBefore(other, one);
      const child = isRight ? other : one;
      if (child === undefined || !this.#isBefore(child, item)) {
        items[at] = item;
        return;
      }
      items[at] = child;
      at = isRight ? left + 1 : left;
    }
  }
}
