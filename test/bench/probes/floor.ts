import { digest } from '../../../lambdas/domain/trees/digest.ts';

/** Everything that a run takes in and gives out. */
export interface InAndOut {
  /** The answer of Sheets. */
  readonly answer: Buffer;
  /** Nothing is remembered of the rows. */
  readonly cold: boolean;
  /** Lines of every rep-day. */
  readonly leaves: readonly (readonly string[])[];
  /** Bodies of the items that the two stages read, and of those that they made. */
  readonly read: readonly string[];
  readonly made: readonly string[];
}

/**
 * What is left of a run when nothing is decided, prepared to be timed: the answer digested; items of rows and deals that
 * are read taken apart in lines, and those made put together; all that are made digested. Cold, each row of the answer is
 * parsed and made one text, by which it is known, and each rep-day is digested. Items of JSON are not even parsed.
 */
export function floor({ answer, cold, leaves, read, made }: InAndOut): () => void {
  const parts = made.map((body) => (isJson(body) ? [body] : body.split('\n')));
  return () => {
    digest(answer);
    if (cold) {
      linesOf(answer);
      for (const lines of leaves) digest(lines.join('\n'));
    }
    for (const body of read) if (!isJson(body)) body.split('\n');
    for (const part of parts) digest(part.join('\n'));
  };
}

const isJson = (body: string): boolean => body.startsWith('[') || body.startsWith('{');

/** Each row as one text; what its cells mean is left out. */
const linesOf = (answer: Buffer): string[] =>
  (JSON.parse(answer.toString('utf8')) as Values).valueRanges.flatMap(({ valueRange: { values = [] } }) =>
    values.map((cells) => cells.join('\u001f')),
  );

interface Values {
  readonly valueRanges: readonly { readonly valueRange: { readonly values?: readonly (readonly unknown[])[] } }[];
}
