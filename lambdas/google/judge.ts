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

/** `RATE_LIMIT_EXCEEDED`; before that `rateLimitExceeded`, or `userRateLimitExceeded`. */
const TOO_OFTEN = /rate_?limit_?exceeded/i;

/** Quota is 429; Drive says it with 403, too. */
export function isQuota({ status, reason, reasons = [reason] }: Failure): boolean {
  return status === 429 || (status === 403 && reasons.some((word) => TOO_OFTEN.test(word)));
}

/**
 * Whether a write that failed so may have been applied all the same: no answer, a broken one, or an error of the
 * server's own. A quota error or any other 4xx means that nothing was written.
 */
export function mayHaveBeenApplied(failure: Failure): boolean {
  return ailment(failure) === 'unavailable';
}
