import type { Snapshot } from '../domain/rows/snapshot.ts';

/** Percent of the rows that were read and are not counted; `undefined` where none were read. */
export function rejectedShare(snapshot: Snapshot | undefined): number | undefined {
  if (!snapshot || snapshot.count === 0) return undefined;
  const rejected = snapshot.noted.filter(({ kind }) => !kind).length;
  return (100 * rejected) / snapshot.count;
}
