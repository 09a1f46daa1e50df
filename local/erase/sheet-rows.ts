import { textOf } from '../../lambdas/domain/cells/table.ts';
import { AT } from '../../lambdas/domain/rows/activity-columns.ts';
import { cellsOf } from '../../lambdas/domain/rows/row-line.ts';
import { rowsOf, type Snapshot, type SnapshotRow } from '../../lambdas/domain/rows/snapshot.ts';
import type { Person } from './person.ts';

/** What the tab Activity still says of a person. */
export interface SheetRows {
  /** Rows of this prospect: while there is one, nothing is erased. */
  readonly own: readonly SnapshotRow[];
  /** Other spellings that may mean the same prospect -> rows. */
  readonly alike: ReadonlyMap<string, number>;
  /** Rows of other prospects that name this one in another cell, such as Notes. */
  readonly naming: readonly SnapshotRow[];
}

export function sheetRows(snapshot: Snapshot, person: Person): SheetRows {
  const own: SnapshotRow[] = [];
  const naming: SnapshotRow[] = [];
  const alike = new Map<string, number>();
  for (const row of rowsOf(snapshot)) {
    if (person.owns(row.line)) {
      own.push(row);
      continue;
    }
    const prospect = textOf(cellsOf(row.line)[AT.prospect]);
    if (person.resembles(prospect)) alike.set(prospect, (alike.get(prospect) ?? 0) + 1);
    if (person.isNamedIn(row.line.replaceAll('\u001f', '\n'))) naming.push(row);
  }
  return { own, alike, naming };
}
