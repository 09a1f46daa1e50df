import { loggable } from '../domain/loggable.ts';
import type { Failed } from './ask-drive.ts';

/** How long Drive is asked again while it is not well: in a minute the next tick asks anyway. */
const PATIENCE_MS = 20_000;

/** Epoch milliseconds at which asking Drive ends, so that one account does not hold up the workbooks of the others. */
export function askedInTime(now: number, deadline: number): () => number {
  const end = Math.min(now + PATIENCE_MS, deadline);
  return () => end;
}

/** One error for the alarm, with what each account needs. */
export function someFailed(failed: readonly Failed[]): AggregateError {
  const each = failed.map(({ account, error }) => `${account}: ${loggable(error).message}`);
  return new AggregateError(
    failed.map(({ error }) => error),
    `Drive could not say what changed for ${failed.length} of the service accounts; the others were served. ${each.join(' ')}`,
  );
}
