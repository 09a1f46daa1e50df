import type { Context } from 'aws-lambda';

/** Kept back so that a stage ends by itself, with an error that says why, before the runtime ends it. */
const RESERVE_MS = 2_000;

/** Epoch milliseconds at which a function must be done. */
export function deadlineOf(context: Context): () => number {
  const deadline = Date.now() + context.getRemainingTimeInMillis() - RESERVE_MS;
  return () => deadline;
}
