import type { Meter } from '../ports.ts';
import { attempt, type Job, type Opened } from './attempt.ts';
import type { GoogleAuthority, GoogleClient } from './auth.ts';
import { type Ailment, waitBefore } from './backoff.ts';
import type { Failure } from './failure.ts';
import { ailment, mayHaveBeenApplied } from './judge.ts';

export interface CallOptions {
  readonly auth: GoogleAuthority;
  /** Instead of Google's own address. */
  readonly rootUrl?: string | undefined;
  readonly meter?: Meter | undefined;
  /** Milliseconds for one request; Google itself gives up after 180 seconds. */
  readonly timeoutMs?: number | undefined;
  /** Epoch milliseconds at which everything must be over. */
  readonly deadline?: (() => number) | undefined;
  /** Epoch milliseconds. */
  readonly now?: (() => number) | undefined;
  readonly sleep?: ((ms: number) => Promise<void>) | undefined;
  /** 0 <= random < 1. */
  readonly random?: (() => number) | undefined;
  /** Named in the messages: the account that the spreadsheet has to be shared with. */
  readonly serviceAccount?: string | undefined;
}

type Outcome =
  | { readonly ok: true; readonly body: Buffer }
  /** `uncertain`: this or an earlier attempt may have been applied although its answer was lost. */
  | { readonly ok: false; readonly failure: Failure; readonly uncertain: boolean };

/** Repeats a request while that may help; never throws for what Google or the network does. */
export type TryJob<Api> = (job: Job<Api>) => Promise<Outcome>;

/** Loads the generated client of one API: it costs more than the rest of a function together. */
type LoadApi<Api> = () => Promise<(client: GoogleClient, address: { readonly rootUrl?: string }) => Api>;

/** The one place for time-outs, retries and metering. The client is loaded at the first request. */
export function makeCall<Api>(options: CallOptions, load: LoadApi<Api>): TryJob<Api> {
  const { timeoutMs = 60_000, now = Date.now, random = Math.random, sleep = pause, meter } = options;
  const open = opener(options, load);
  const left = () => (options.deadline === undefined ? Number.POSITIVE_INFINITY : options.deadline() - now());

  return async (job) => {
    const retries: Record<Ailment, number> = { quota: 0, unavailable: 0 };
    for (let uncertain = false; ; ) {
      const timeout = Math.min(timeoutMs, left());
      if (timeout <= 0) return { ok: false, failure: NO_TIME_LEFT, uncertain };
      const result = await attempt(job, open, timeout, meter);
      if (Buffer.isBuffer(result)) return { ok: true, body: result };
      uncertain ||= mayHaveBeenApplied(result);
      const ill = ailment(result);
      const wait = ill === undefined ? undefined : waitBefore(retries[ill]++, ill, random());
      if (wait === undefined || wait >= left()) return { ok: false, failure: result, uncertain };
      meter?.add('sheets.retries', 1);
      await sleep(wait);
    }
  };
}

function opener<Api>({ auth, rootUrl }: CallOptions, load: LoadApi<Api>): () => Promise<Opened<Api>> {
  let opened: Opened<Api> | undefined;
  return async () => {
    if (opened !== undefined) return opened;
    const [make, client] = await Promise.all([load(), auth()]);
    opened = { client, api: make(client, rootUrl === undefined ? {} : { rootUrl }) };
    return opened;
  };
}

const NO_TIME_LEFT: Failure = {
  kind: 'network',
  reason: 'no time left',
  message: 'this run is about to reach its time limit',
};

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
