import type { Call } from './calls.ts';

/**
 * A status with Google's body; `rateLimit`, a 429 of Sheets and Drive's 403 `userRateLimitExceeded`; a page of HTML, as
 * front ends send; cut off half way; no answer; or the true one, late.
 */
export const FAULT_ANSWERS = [401, 403, 404, 429, 500, 503, 'rateLimit', 'html', 'cut', 'never', 'slow'] as const;
export type FaultAnswer = (typeof FAULT_ANSWERS)[number];

export interface Fault {
  readonly answer: FaultAnswer;
  /** `before`: nothing is applied. `after`: applied, and then the answer is spoilt. A late answer is always applied. */
  readonly when?: 'before' | 'after';
  /** How often; once by default, `Infinity` for ever. */
  readonly times?: number;
  /** Of a matching call to meet it, 0 to 1; 1 by default. */
  readonly probability?: number;
  /** Which calls; all of them by default. */
  readonly match?: (call: Call) => boolean;
  /** Of a slow answer. */
  readonly milliseconds?: number;
}

/** What goes wrong on the next matching calls; the first fault that matches is used up. */
export class Faults {
  private readonly random: () => number;
  private pending: { fault: Fault; left: number }[] = [];

  /** `random` gives numbers from 0 to below 1. */
  constructor(random: () => number = Math.random) {
    this.random = random;
  }

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
    const meets = ({ match, probability = 1 }: Fault) => (match?.(call) ?? true) && this.random() < probability;
    const entry = this.pending.find(({ fault }) => meets(fault));
    if (entry === undefined) return undefined;
    entry.left -= 1;
    if (entry.left <= 0) this.pending = this.pending.filter((other) => other !== entry);
    return entry.fault;
  }
}
