import type { Day } from '../domain/days/day.ts';
import type { Rules } from '../domain/inputs/rules.ts';
import { rowReader } from '../domain/rows/activity-row.ts';
import { cellsOf, type RowLine } from '../domain/rows/row-line.ts';
import { archiveAfter } from '../domain/source/archive.ts';
import type { ChangedRepDay } from '../domain/source/changed-rep-days.ts';
import { minus } from '../domain/source/multiset.ts';
import type { RowChange } from '../domain/source/row-changes.ts';
import { pairRows, type RowPair } from '../domain/source/row-pairs.ts';
import type { SourceRoot, SourceTree } from '../domain/source/source-tree.ts';
import type { TreeItem } from '../domain/trees/item.ts';
import { type LoadItems, sharedItems } from '../domain/trees/loader.ts';
import { MissingItem } from '../domain/trees/missing-item.ts';
import { type NewSource, sourceChanges, withArchive } from './source-change.ts';
import { wholeArchive } from './stored-source.ts';

/** A snapshot beside what is stored. */
export interface Comparison {
  /** With the rows that are kept without the sheet. */
  readonly source: NewSource;
  readonly repDays: readonly ChangedRepDay[];
  /** What came to the sheet and went from it. */
  readonly rows: readonly RowChange[];
  readonly pairs: readonly RowPair[];
  /** Rows that are counted no more. */
  readonly lost: { readonly changes: readonly RowChange[]; readonly lines: readonly RowLine[] };
  /** Items of the archive that the store may lack. */
  readonly archiveItems: readonly TreeItem[];
}

export interface Compared {
  readonly snapshot: NewSource;
  /** The root in force; absent = there is none, or it can't be read. */
  readonly stored: SourceRoot | undefined;
  /** The tree of the last reading, which spares reading what is stored where that is the same. */
  readonly last: SourceTree | undefined;
  readonly rules: Rules;
  readonly today: Day;
  readonly forget: ((line: RowLine) => boolean) | undefined;
  /** Nothing that is stored is trusted: every row counts as new. */
  readonly full: boolean;
}

export async function compare(load: LoadItems, compared: Compared): Promise<Comparison> {
  const { snapshot, stored, last, rules, today, forget, full } = compared;
  const withItems = sharedItems(load);
  const differing = (before: SourceRoot | undefined) => sourceChanges(before, snapshot, withItems, last);
  const changes = await differing(full ? undefined : stored);
  // Also a full run asks what is lost, as far as what is stored can be read.
  const { rows } = full ? await differing(stored).catch(nothingIfMissing) : changes;
  const { pairs, gone } = pairRows(
    rows.flatMap((change) => change.removed),
    rows.flatMap((change) => change.added),
  );
  // What is still to come was never counted.
  const before = Math.min(rules.settings.archivedBefore, today);
  const reader = rowReader(rules);
  const isRejected = (line: RowLine): boolean => reader.read(cellsOf(line)).row === undefined;
  const archived = full
    ? await wholeArchive(load, stored?.archive ?? [], isRejected, rules.settings.archivedBefore === 0)
    : { months: stored?.archive ?? [], items: [] };
  // Rows that are judged otherwise since they were archived have nodes that the store does not hold yet.
  const anew = new Map(archived.items.map(({ digest, body }) => [digest, body]));
  const archive = await withItems((lookup) =>
    archiveAfter(
      { months: archived.months, changes: rows, gone, before, isRejected, forget },
      (ref) => anew.get(ref.digest) ?? lookup(ref),
    ),
  );
  const dropped = archive.dropped.flatMap(({ removed }) => removed);
  return {
    source: withArchive(snapshot, archive.months),
    ...changes,
    pairs,
    lost: { changes: [...rows, ...archive.dropped], lines: [...minus(gone, archive.kept), ...dropped] },
    archiveItems: [...archived.items, ...archive.items],
  };
}

function nothingIfMissing(error: unknown): { readonly rows: readonly RowChange[] } {
  if (error instanceof MissingItem) return { rows: [] };
  throw error;
}
