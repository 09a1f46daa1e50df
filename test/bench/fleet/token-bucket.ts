export interface BucketSize {
  /** The most that it holds; it is full at the start. */
  readonly capacity: number;
  /** Tokens that are added at every full `every` milliseconds of the clock. */
  readonly refill: number;
  readonly every: number;
}

/** A quota. With `refill` = `capacity` it is one that is counted by the minute, as Google's are. */
export class TokenBucket {
  readonly #size: BucketSize;
  #tokens: number;
  #period: number;

  constructor(size: BucketSize, now: number) {
    this.#size = size;
    this.#tokens = size.capacity;
    this.#period = Math.floor(now / size.every);
  }

  /** How many are left; `now` never goes back. */
  left(now: number): number {
    const { capacity, refill, every } = this.#size;
    const period = Math.floor(now / every);
    this.#tokens = Math.min(capacity, this.#tokens + (period - this.#period) * refill);
    this.#period = period;
    return this.#tokens;
  }

  /** False, and nothing is taken, when there is none left. */
  take(now: number): boolean {
    if (this.left(now) < 1) return false;
    this.#tokens--;
    return true;
  }
}
