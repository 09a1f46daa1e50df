import type { Day } from './day.ts';
import type { Lookup } from './loader.ts';
import type { RowLine } from './row-line.ts';
import { type ChangedRepDay, changedRepDays, linesOfLeaf, repDayRef, type VisibleTree } from './source-tree.ts';

/** The rows of one rep-day that are only in the one tree or only in the other. */
export interface RowChange {
  readonly day: Day;
  readonly rep: string;
  readonly removed: readonly RowLine[];
  readonly added: readonly RowLine[];
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
  return { day: changed.day, rep: changed.rep, removed: minus(before, after), added: minus(after, before) };
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
