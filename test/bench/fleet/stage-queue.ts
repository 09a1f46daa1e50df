import { Heap } from './heap.ts';
import type { Simulation } from './simulation.ts';

export interface QueueRules {
  /** Messages that are worked on at once. */
  readonly concurrency: number;
  /** From being sent until a free worker has it. */
  readonly deliveryMs: number;
  /** Of a message that failed, from when it was taken until it comes again; its group waits with it. */
  readonly visibilityMs: number;
  /** After so many it is put away. */
  readonly deliveries: number;
  /** After which it is forgotten. */
  readonly keptMs: number;
}

interface Queued<M> {
  readonly group: string;
  readonly message: M;
  readonly sentAt: number;
  readonly order: number;
  tries: number;
}

export interface QueueCounts {
  done: number;
  failed: number;
  putAway: number;
  forgotten: number;
  /** Milliseconds, of all messages that were begun: from when they could be taken until a worker was free. */
  waitedMs: number;
  /** Milliseconds that workers were busy. */
  busyMs: number;
}

/** Does the work of one message and calls `done` once. */
export type Work<M> = (message: M, done: (isWell: boolean) => void) => void;

/** SQS FIFO in front of a function: in order within a group, one of a group at a time, groups beside each other. */
export class StageQueue<M> {
  readonly counts: QueueCounts = { done: 0, failed: 0, putAway: 0, forgotten: 0, waitedMs: 0, busyMs: 0 };
  readonly #simulation: Simulation;
  readonly #rules: QueueRules;
  readonly #work: Work<M>;
  readonly #groups = new Map<string, Queued<M>[]>();
  /** The first message of every group of which none is worked on, oldest first. */
  readonly #ready = new Heap<Queued<M>>((a, b) => a.order < b.order);
  #busy = 0;
  #sent = 0;

  constructor(simulation: Simulation, rules: QueueRules, work: Work<M>) {
    this.#simulation = simulation;
    this.#rules = rules;
    this.#work = work;
  }

  /** Messages that wait or are worked on. */
  get length(): number {
    return [...this.#groups.values()].reduce((sum, { length }) => sum + length, 0);
  }

  send(group: string, message: M): void {
    this.#simulation.after(this.#rules.deliveryMs, () => {
      const queued = { group, message, sentAt: this.#simulation.now, order: this.#sent++, tries: 0 };
      const waiting = this.#groups.get(group);
      if (waiting) waiting.push(queued);
      else {
        this.#groups.set(group, [queued]);
        this.#ready.push(queued);
      }
      this.#next();
    });
  }

  #next(): void {
    while (this.#busy < this.#rules.concurrency) {
      const queued = this.#ready.pop();
      if (!queued) return;
      if (this.#simulation.now - queued.sentAt > this.#rules.keptMs) {
        this.counts.forgotten++;
        this.#leave(queued);
      } else this.#begin(queued);
    }
  }

  #begin(queued: Queued<M>): void {
    const begun = this.#simulation.now;
    if (queued.tries++ === 0) this.counts.waitedMs += begun - queued.sentAt;
    this.#busy++;
    this.#work(queued.message, (isWell) => {
      this.#busy--;
      this.counts.busyMs += this.#simulation.now - begun;
      if (isWell) {
        this.counts.done++;
        this.#leave(queued);
      } else this.#fail(queued, begun + this.#rules.visibilityMs);
      this.#next();
    });
  }

  #fail(queued: Queued<M>, again: number): void {
    this.counts.failed++;
    this.#simulation.at(Math.max(again, this.#simulation.now), () => {
      if (queued.tries < this.#rules.deliveries) this.#ready.push(queued);
      else {
        this.counts.putAway++;
        this.#leave(queued);
      }
      this.#next();
    });
  }

  /** The next one of its group may be taken. */
  #leave({ group }: Queued<M>): void {
    const waiting = this.#groups.get(group) ?? [];
    waiting.shift();
    const [next] = waiting;
    if (next) this.#ready.push(next);
    else this.#groups.delete(group);
  }
}
