import type { Snapshot } from '../domain/rows/snapshot.ts';

/** Percent of the rows that were read and are not counted; `undefined` where none were read. */
export function rejectedShare(snapshot: Snapshot | undefined): number | undefined {
  if (!snapshot || snapshot.rows.length === 0) return undefined;
  return (100 * snapshot.rows.filter(({ kind }) => !kind).length) / snapshot.rows.length;
}
