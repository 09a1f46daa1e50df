import type { Day } from '../days/day.ts';
import type { RowLine } from '../rows/row-line.ts';
import type { Lookup, WithItems } from '../trees/loader.ts';
import { type ChangedRepDay, changedRepDays, type VisibleTree } from './changed-rep-days.ts';
import { linesIn, linesOfLeaf, repDayRef, type SourceTree } from './source-tree.ts';

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
  return rowsOfRepDays(repDayChanges(before, after, lookup), lookup);
}

/** The same as two plans, so that no node is read or compared again for the rows below it. */
export async function readRowChanges(
  withItems: WithItems,
  before: VisibleTree,
  after: VisibleTree,
): Promise<RowChange[]> {
  const changed = await withItems((lookup) => repDayChanges(before, after, lookup));
  return withItems((lookup) => rowsOfRepDays(changed, lookup));
}

const repDayChanges = (before: VisibleTree, after: VisibleTree, lookup: Lookup): ChangedRepDay[] => [
  ...changedRepDays(before, after, lookup),
  ...changedRepDays(archiveOf(before), archiveOf(after), lookup),
];

const archiveOf = ({ archive = [], through }: VisibleTree): VisibleTree => ({ months: archive, through });

/** Leaves of trees `inMemory` are known. */
export function rowsOfRepDays(
  changed: readonly ChangedRepDay[],
  lookup: Lookup,
  inMemory: readonly SourceTree[] = [],
): RowChange[] {
  return changed.map((repDay) =>
    rowChange(repDay, (leaf) => {
      const known = linesIn(inMemory, repDay, leaf);
      if (known) return known;
      const body = lookup(repDayRef(repDay.day, leaf));
      return body === undefined ? undefined : linesOfLeaf(body);
    }),
  );
}

/** `linesOf` gives lines in order, as a leaf holds them; `undefined` = not read yet (see `WithItems`). */
export function rowChange(
  { day, rep, before, after }: ChangedRepDay,
  linesOf: (leaf: string) => readonly RowLine[] | undefined,
): RowChange {
  const old = before === undefined ? [] : linesOf(before);
  const now = after === undefined ? [] : linesOf(after);
  if (!old || !now) return { day, rep, removed: [], added: [] };
  const { removed, added, stayed } = compared(old, now);
  return stayed.size > 0 ? { day, rep, removed, added, stayed } : { day, rep, removed, added };
}

/** Goes down both at once: of equal lines, those with the first ordinals stand in both. */
function compared(before: readonly RowLine[], after: readonly RowLine[]) {
  const removed: RowLine[] = [];
  const added: RowLine[] = [];
  const stayed = new Map<RowLine, number>();
  const move = (line: RowLine, to: RowLine[], others: readonly RowLine[], passed: number): void => {
    // Equal lines come one after the other: those that stay are counted once.
    const counted = to.at(-1) === line;
    to.push(line);
    if (counted) return;
    let both = 0;
    while (others[passed - 1 - both] === line) both++;
    if (both > 0) stayed.set(line, both);
  };
  for (let i = 0, j = 0; i < before.length || j < after.length; ) {
    const [old, now] = [before[i], after[j]];
    if (old === now) {
      i++;
      j++;
    } else if (old !== undefined && (now === undefined || old < now)) {
      move(old, removed, after, j);
      i++;
    } else if (now !== undefined) {
      move(now, added, before, i);
      j++;
    }
  }
  return { removed, added, stayed };
}
