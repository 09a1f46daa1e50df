import type { Meter } from '../ports.ts';
import { storeError } from './failure.ts';

export interface Patience {
  /** Milliseconds left for this run. */
  readonly deadline: () => number;
  /** 0 to 1, as `Math.random`. */
  readonly random: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly meter: Meter;
}

/** Waits before the next try, or throws a `StoreError` when there is no sense or no time in another one. */
export type Backoff = (cause: unknown, progressed?: boolean) => Promise<void>;

const BASE = 50;
const CAP = 5_000;
/** Tries in a row that got nothing done: about 20 seconds. The queue tries again later. */
const MOST_TRIES = 12;

/**
 * Exponential backoff with full jitter. Progress eases it by a step at a time instead of starting it anew: a partition
 * that takes some of each batch is still a busy one.
 */
export function backoff(what: string, { deadline, random, sleep, meter }: Patience): Backoff {
  let level = 0;
  let fruitless = 0;
  return async (cause, progressed = false) => {
    fruitless = progressed ? 0 : fruitless + 1;
    level = progressed ? Math.max(0, level - 1) : level + 1;
    const wait = random() * Math.min(CAP, BASE * 2 ** level);
    if (fruitless >= MOST_TRIES || wait >= deadline()) throw storeError(what, cause);
    meter.add('dynamodb.retries', 1);
    await sleep(wait);
  };
}
