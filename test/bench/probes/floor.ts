import { digest } from '../../../lambdas/domain/trees/digest.ts';

/** Everything that a run takes in and gives out. */
export interface InAndOut {
  /** The answer of Sheets. */
  readonly answer: Buffer;
  /** Nothing is remembered of the rows: all of them are parsed, and each leaf of the tree is named. */
  readonly cold: boolean;
  /** Lines of every rep-day. */
  readonly leaves: readonly (readonly string[])[];
  /** Bodies of the items that were read and of those that were made. */
  readonly read: readonly string[];
  readonly made: readonly string[];
}

/** The work of a run without any decision: below this no program comes that stores the same items. Prepared, to be timed. */
export function floor({ answer, cold, leaves, read, made }: InAndOut): () => void {
  const parts = made.map(apart);
  return () => {
    digest(answer);
    if (cold) {
      linesOf(answer);
      for (const lines of leaves) digest(lines.join('\n'));
    }
    for (const body of read) apart(body);
    for (const part of parts) digest(together(part));
  };
}

/** Each row as one text: by that it is known. What its cells mean is left out. */
const linesOf = (answer: Buffer): string[] =>
  (JSON.parse(answer.toString('utf8')) as Values).valueRanges.flatMap(({ valueRange: { values = [] } }) =>
    values.map((cells) => cells.join('\u001f')),
  );

interface Values {
  readonly valueRanges: readonly { readonly valueRange: { readonly values?: readonly (readonly unknown[])[] } }[];
}

type Parts = { readonly lines: string[] } | { readonly json: unknown };

/** Leaves are lines, everything else is JSON. */
const apart = (body: string): Parts =>
  body.startsWith('[') || body.startsWith('{') ? { json: JSON.parse(body) } : { lines: body.split('\n') };

const together = (parts: Parts): string => ('lines' in parts ? parts.lines.join('\n') : JSON.stringify(parts.json));
