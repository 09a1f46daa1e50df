import type { Ailment } from './backoff.ts';
import type { Failure } from './failure.ts';

const PASSING = new Set([408, 409, 500, 502, 503, 504]);

/** Whether the same request may succeed a little later, and how long that may take. */
export function ailment(failure: Failure): Ailment | undefined {
  if (failure.kind === 'network' || failure.kind === 'broken-answer') return 'unavailable';
  if (failure.kind === 'credentials' || failure.status === undefined) return undefined;
  if (isQuota(failure)) return 'quota';
  return PASSING.has(failure.status) ? 'unavailable' : undefined;
}

/** Quota is 429; older parts of Google say it with 403. */
export function isQuota(failure: Failure): boolean {
  return failure.status === 429 || (failure.status === 403 && /rateLimitExceeded/i.test(failure.reason));
}

/**
 * Whether a write that failed so may have been applied all the same: no answer, a broken one, or an error of the
 * server's own. A quota error or any other 4xx means that nothing was written.
 */
export function mayHaveBeenApplied(failure: Failure): boolean {
  return ailment(failure) === 'unavailable';
}
