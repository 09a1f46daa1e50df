import { waitBefore } from '../../../lambdas/google/backoff.ts';
import type { Random } from '../../../local/sample/random.ts';
import { ACCOUNTS_A_PROJECT, GOOGLE_MS, QUOTA } from './assumptions.ts';
import type { Simulation } from './simulation.ts';
import { TokenBucket } from './token-bucket.ts';

export type Kind = 'read' | 'write';

export interface SheetsRequest {
  /** Number of the service account, from 0. */
  readonly account: number;
  readonly kind: Kind;
  /** Who asks. */
  readonly by: 'ingest' | 'report';
  /** Milliseconds when it is let in. */
  readonly ms: number;
  /** When its function must be done. */
  readonly deadline: number;
  /** When Google takes it in hand: what was typed until then is in a read. */
  readonly applied?: () => void;
}

export interface SheetsCounts {
  readonly granted: Record<Kind, number>;
  /** By the quota that was used up. */
  readonly refused: Record<'account' | 'project', number>;
  /** Milliseconds that functions slept because of that. */
  readonly sleptMs: Record<SheetsRequest['by'], number>;
}

/** Google Sheets as far as it can be too slow: times and quotas, and our own way of coming back after a refusal. */
export class Sheets {
  readonly counts: SheetsCounts = {
    granted: { read: 0, write: 0 },
    refused: { account: 0, project: 0 },
    sleptMs: { ingest: 0, report: 0 },
  };
  readonly #simulation: Simulation;
  readonly #random: Random;
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(simulation: Simulation, random: Random) {
    this.#simulation = simulation;
    this.#random = random;
  }

  /** Calls `done` once: with false when it was given up. */
  request(request: SheetsRequest, done: (isWell: boolean) => void): void {
    this.#attempt(request, 0, done);
  }

  #attempt(request: SheetsRequest, retry: number, done: (isWell: boolean) => void): void {
    const { kind, by, ms, deadline, applied } = request;
    const full = this.#take(request);
    if (full === undefined) {
      this.counts.granted[kind]++;
      applied?.();
      this.#simulation.after(ms, () => done(true));
      return;
    }
    this.counts.refused[full]++;
    const wait = waitBefore(retry, 'quota', this.#random.next());
    const isOver = wait === undefined || this.#simulation.now + GOOGLE_MS.refused + wait >= deadline;
    const then = isOver ? GOOGLE_MS.refused : GOOGLE_MS.refused + wait;
    this.counts.sleptMs[by] += then;
    this.#simulation.after(then, () => (isOver ? done(false) : this.#attempt(request, retry + 1, done)));
  }

  /** The quota that is used up, or nothing when the request is let in. */
  #take({ account, kind }: SheetsRequest): 'account' | 'project' | undefined {
    const { now } = this.#simulation;
    const own = this.#bucket(`${kind} ${account}`, QUOTA.account);
    const all = this.#bucket(`${kind} of ${Math.floor(account / ACCOUNTS_A_PROJECT)}`, QUOTA.project);
    if (own.left(now) < 1) return 'account';
    if (!all.take(now)) return 'project';
    own.take(now);
    return undefined;
  }

  #bucket(name: string, capacity: number): TokenBucket {
    const known = this.#buckets.get(name);
    if (known) return known;
    const bucket = new TokenBucket({ capacity, refill: capacity, every: 60_000 }, this.#simulation.now);
    this.#buckets.set(name, bucket);
    return bucket;
  }
}
