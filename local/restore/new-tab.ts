import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import { digest } from '../../lambdas/domain/trees/digest.ts';

/** A tab to copy from; written once, as values. */
export interface NewTab {
  /** Follows from what the tab shows, so that a repeat finds it. */
  readonly sheetId: number;
  /** At the end. */
  readonly title: string;
  /** Until everything stands on it. */
  readonly titleMeanwhile: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Number formats by zero-based column. */
  readonly formats: Readonly<Record<number, { readonly type: string; readonly pattern: string }>>;
}

const MOST_OF_TITLE = 100;

/** `what` tells one content from another, such as the root of the snapshot; `when` such as `2026-11-20 14:00`. */
export function newTab(
  { when, name, what }: { readonly when: string; readonly name?: string; readonly what: string },
  content: Pick<NewTab, 'rows' | 'formats'>,
): NewTab {
  const named = (verb: string): string =>
    [verb, when, ...(name === undefined ? [] : [name])].join(' ').slice(0, MOST_OF_TITLE);
  return {
    sheetId: sheetIdOf(`${what} ${named('Restored')}`),
    title: named('Restored'),
    titleMeanwhile: named('Restoring'),
    ...content,
  };
}

/** Ids of sheets are whole numbers of 31 bits; 0 is the first tab of most spreadsheets. */
const sheetIdOf = (text: string): number =>
  (Buffer.from(digest(text), 'base64url').readUInt32BE(0) & 0x3fff_ffff) + 0x4000_0000;

/** Bytes of a request: Google advises 2 MB at most. */
const MOST_BYTES = 1_900_000;

/** Rows in groups that each fit into a request, with where they begin. */
export function* rowBatches(
  rows: NewTab['rows'],
  most = MOST_BYTES,
): Generator<{ readonly start: number; readonly rows: Cell[][] }> {
  let batch: Cell[][] = [];
  let [start, bytes] = [0, 0];
  for (const [at, row] of rows.entries()) {
    // Null leaves a cell as it is: empty.
    const cells = row.map((cell) => (cell === undefined || cell === '' ? null : cell));
    const size = Buffer.byteLength(JSON.stringify(cells)) + 1;
    if (batch.length > 0 && bytes + size > most) {
      yield { start, rows: batch };
      [batch, start, bytes] = [[], at, 0];
    }
    batch.push(cells);
    bytes += size;
  }
  if (batch.length > 0) yield { start, rows: batch };
}
