import type { Meter } from '../ports.ts';
import { openApi } from './api.ts';
import { attempt, type Job } from './attempt.ts';
import type { GoogleAuthority } from './auth.ts';
import { type Ailment, waitBefore } from './backoff.ts';
import { brokenAnswer, type Failure } from './failure.ts';
import { ailment, mayHaveBeenApplied } from './judge.ts';
import { sheetsError } from './say-what-to-do.ts';

export interface CallOptions {
  readonly auth: GoogleAuthority;
  /** Instead of https://sheets.googleapis.com/. */
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

export interface Call {
  /** Repeats while that may help; never throws for what Google or the network does. */
  try(job: Job): Promise<Outcome>;
  /** The body of the answer, or the error that says what to do. */
  body(workbook: string, job: Job): Promise<Buffer>;
  error(workbook: string, failure: Failure): Error;
}

/** The one place for time-outs, retries, metering and errors. */
export function makeCall(options: CallOptions): Call {
  const { timeoutMs = 60_000, now = Date.now, random = Math.random, sleep = pause, meter, serviceAccount } = options;
  const open = openApi(options.auth, options.rootUrl);
  const left = () => (options.deadline === undefined ? Number.POSITIVE_INFINITY : options.deadline() - now());

  const call: Call = {
    async try(job) {
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
    },
    async body(workbook, job) {
      const outcome = await call.try(job);
      if (outcome.ok) return outcome.body;
      throw call.error(workbook, outcome.failure);
    },
    error: (workbook, failure) => sheetsError(failure, { workbook, serviceAccount }),
  };
  return call;
}

/** Parses the body of an answer; one that is cut off where it looks whole is no empty sheet. */
export function parsed(body: Buffer, workbook: string): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw sheetsError(brokenAnswer(body), { workbook });
  }
}

const NO_TIME_LEFT: Failure = {
  kind: 'network',
  reason: 'no time left',
  message: 'this run is about to reach its time limit',
};

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
