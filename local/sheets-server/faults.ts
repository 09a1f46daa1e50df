import type { Call } from './calls.ts';

export interface Fault {
  /** A status with Google's body; the answer cut off half way; no answer at all; or the true answer, late. */
  readonly answer: 401 | 403 | 404 | 429 | 500 | 503 | 'cut' | 'never' | 'slow';
  /** `before`: nothing is applied. `after`: applied, and then the answer is spoilt. A late answer is always applied. */
  readonly when?: 'before' | 'after';
  /** How often; once by default. */
  readonly times?: number;
  /** Which calls; all of them by default. */
  readonly match?: (call: Call) => boolean;
  /** Of a slow answer. */
  readonly milliseconds?: number;
}

/** What goes wrong on the next matching calls; the first fault that matches is used up. */
export class Faults {
  private pending: { fault: Fault; left: number }[] = [];

  next(fault: Fault): void {
    this.pending.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.pending = [];
  }

  /** Faults that no call has met yet; a test may check that it is 0. */
  get waiting(): number {
    return this.pending.reduce((sum, { left }) => sum + left, 0);
  }

  /** The fault of this call, which counts as used. */
  take(call: Call): Fault | undefined {
    const entry = this.pending.find(({ fault }) => fault.match?.(call) ?? true);
    if (entry === undefined) return undefined;
    entry.left -= 1;
    if (entry.left <= 0) this.pending = this.pending.filter((other) => other !== entry);
    return entry.fault;
  }
}
