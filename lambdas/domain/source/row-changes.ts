import type { Day } from '../days/day.ts';
import type { RowLine } from '../rows/row-line.ts';
import type { Lookup } from '../trees/loader.ts';
import { minus } from './multiset.ts';
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

/** What differs between two trees, down to the rows; those kept without the sheet after those on it. */
export function rowChanges(before: VisibleTree, after: VisibleTree, lookup: Lookup): RowChange[] {
  const changed = [
    ...changedRepDays(before, after, lookup),
    ...changedRepDays(archiveOf(before), archiveOf(after), lookup),
  ];
  return changed.map((repDay) => rowChange(repDay, (leaf) => linesAt(repDay.day, leaf, lookup)));
}

const archiveOf = ({ archive = [], through }: VisibleTree): VisibleTree => ({ months: archive, through });

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
