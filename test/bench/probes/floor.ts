import { digest } from '../../../lambdas/domain/trees/digest.ts';
import { type LeastColumns, leastReading } from './least-reading.ts';

/** Everything that a run takes in and gives out. */
export interface InAndOut {
  /** The answer of Sheets. */
  readonly answer: Buffer;
  /** How many rows Activity has and where its columns stand, when nothing is remembered of it. */
  readonly cold: { readonly rows: number; readonly columns: LeastColumns } | undefined;
  /** Bodies of the items that the two stages read, and of those that they made. */
  readonly read: readonly string[];
  readonly made: readonly string[];
}

/**
 * What is left of a run when nothing is decided, prepared to be timed: the answer digested; items of rows and deals that
 * are read taken apart in lines, and those made put together; all that are made digested. Cold, also `leastReading`.
 * Items of JSON are not even parsed.
 */
export function floor({ answer, cold, read, made }: InAndOut): () => void {
  const parts = made.map((body) => (isJson(body) ? [body] : body.split('\n')));
  return () => {
    digest(answer);
    if (cold) leastReading(answer, cold.rows, cold.columns);
    for (const body of read) if (!isJson(body)) body.split('\n');
    for (const part of parts) digest(part.join('\n'));
  };
}

const isJson = (body: string): boolean => body.startsWith('[') || body.startsWith('{');
