import { Heap } from './heap.ts';

interface Event {
  readonly time: number;
  /** Events of the same instant happen in the order in which they were planned. */
  readonly order: number;
  readonly happen: () => void;
}

/**
 * A clock that jumps from event to event (epoch milliseconds). Most of a simulation are plain callbacks; code that is
 * written with promises (a use case of ours) runs in it as it is: what it awaits is `sleep`, and the clock stands still
 * until it waits again.
 */
export class Simulation {
  #now: number;
  #planned = 0;
  #hasPromises = false;
  readonly #events = new Heap<Event>((a, b) => a.time < b.time || (a.time === b.time && a.order < b.order));

  constructor(start: number) {
    this.#now = start;
  }

  get now(): number {
    return this.#now;
  }

  /** Throws for a time that is over. */
  at(time: number, happen: () => void): void {
    if (!(time >= this.#now)) throw new RangeError(`it is ${this.#now}, and ${time} is over`);
    this.#events.push({ time, order: this.#planned++, happen });
  }

  after(ms: number, happen: () => void): void {
    this.at(this.#now + ms, happen);
  }

  /** For code with promises that was begun by `begin`. */
  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.after(ms, () => {
        this.#hasPromises = true;
        resolve();
      });
    });
  }

  /** Starts code with promises. It has to handle its own errors. */
  begin(run: () => Promise<void>): void {
    this.#hasPromises = true;
    void run();
  }

  /** Everything that happens until then, that instant included. */
  async run(until: number): Promise<void> {
    for (let next = this.#events.peek(); next && next.time <= until; next = this.#events.peek()) {
      this.#events.pop();
      this.#now = next.time;
      next.happen();
      if (this.#hasPromises) await this.#settled();
    }
    this.#now = until;
  }

  /** All promises that can go on have gone on. */
  async #settled(): Promise<void> {
    this.#hasPromises = false;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
