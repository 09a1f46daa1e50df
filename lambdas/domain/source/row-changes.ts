import type { Day } from '../days/day.ts';
import type { RowLine } from '../rows/row-line.ts';
import type { Lookup } from '../trees/loader.ts';
import { type ChangedRepDay, changedRepDays, linesOfLeaf, repDayRef, type VisibleTree } from './source-tree.ts';

/** The rows of one rep-day that are only in the one tree or only in the other. */
export interface RowChange {
  readonly day: Day;
  readonly rep: string;
  readonly removed: readonly RowLine[];
  readonly added: readonly RowLine[];
  /** How many rows that equal a removed or an added one stand in both trees; absent = none. */
  readonly stayed?: ReadonlyMap<RowLine, number>;
}

/** What differs between two trees, down to the rows. */
export function rowChanges(before: VisibleTree, after: VisibleTree, lookup: Lookup): RowChange[] {
  return changedRepDays(before, after, lookup).map((changed) =>
    rowChange(changed, (leaf) => linesAt(changed.day, leaf, lookup)),
  );
}

export function rowChange(changed: ChangedRepDay, linesOf: (leaf: string) => readonly RowLine[]): RowChange {
  const before = changed.before === undefined ? [] : linesOf(changed.before);
  const after = changed.after === undefined ? [] : linesOf(changed.after);
  const removed = minus(before, after);
  const added = minus(after, before);
  const stayed = stayedOf(before, removed, added);
  return { day: changed.day, rep: changed.rep, removed, added, ...(stayed.size > 0 && { stayed }) };
}

function stayedOf(
  before: readonly RowLine[],
  removed: readonly RowLine[],
  added: readonly RowLine[],
): Map<RowLine, number> {
  const stayed = new Map<RowLine, number>();
  if (before.length === 0) return stayed;
  const changed = new Set([...removed, ...added]);
  const both = minus(before, removed).filter((line) => changed.has(line));
  for (const line of both) stayed.set(line, (stayed.get(line) ?? 0) + 1);
  return stayed;
}

function linesAt(day: Day, leaf: string, lookup: Lookup): readonly RowLine[] {
  const body = lookup(repDayRef(day, leaf));
  return body === undefined ? [] : linesOfLeaf(body);
}

/** Multiset difference: a line that stands three times here and once there leaves two. */
function minus(lines: readonly RowLine[], others: readonly RowLine[]): RowLine[] {
  if (others.length === 0) return [...lines];
  const left = new Map<RowLine, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    if (count > 0) left.set(line, count - 1);
    return count === 0;
  });
}
