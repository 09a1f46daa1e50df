import type { ReadRow } from './read-rows.ts';

/** Prospects of the accepted rows, as typed, and how many rows name them. */
export type Prospects = ReadonlyMap<string, number>;

/** Those of all rows; or those `before`, with rows that came and others that are gone. */
export function prospectsOf(came: Iterable<ReadRow>, gone: Iterable<ReadRow> = [], before?: Prospects): Prospects {
  const prospects = new Map(before);
  const add = (row: ReadRow, more: 1 | -1): void => {
    if (!row.kind) return;
    const rows = (prospects.get(row.prospect) ?? 0) + more;
    if (rows === 0) prospects.delete(row.prospect);
    else prospects.set(row.prospect, rows);
  };
  for (const row of came) add(row, 1);
  for (const row of gone) add(row, -1);
  return prospects;
}
