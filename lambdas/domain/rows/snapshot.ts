import { columnDateOrder, type DateOrder } from '../cells/date-cell.ts';
import type { TabRows } from '../cells/tab-rows.ts';
import type { Rules } from '../inputs/rules.ts';
import { changedSourceTree, NO_ROWS, type SourceTree } from '../source/source-tree.ts';
import type { ActivityPlaces } from './activity-header.ts';
import { type Flags, flagsBesideOthers } from './flags-beside-others.ts';
import { type ReadRow, type RepDayNames, type RowsByPlace, readRows } from './read-rows.ts';
import { changeRepDays, type RepDayRows, type RepDays } from './rep-days.ts';
import type { RowProblem } from './row-problem.ts';
import { RowTally } from './row-tally.ts';

/** The Activity tab at one moment. */
export interface Snapshot {
  readonly rows: RowsByPlace;
  readonly repDays: readonly RepDayRows[];
  readonly tree: SourceTree;
  readonly flags: Flags;
  /** How many rows there are. */
  readonly count: number;
  /** Rows of which Health says more than that they are there (see `RowTally`). */
  readonly noted: readonly ReadRow[];
  /** Dates that were typed as text. */
  readonly textDates: readonly string[];
  readonly nearDuplicates: readonly (readonly string[])[];
  /** Zero-based; absent = the tab has no Check column. */
  readonly checkColumn?: number;
}

/** One row of the sheet with all its problems, and its zero-based place on the tab. */
export type SnapshotRow = ReadRow & { readonly at: number };

export function rowsOf(snapshot: Snapshot): SnapshotRow[] {
  return snapshot.rows.flatMap((row, at) =>
    row?.line === undefined ? [] : [{ ...row, at, problems: problemsOf(snapshot, row) }],
  );
}

/** What is wrong with a row, by itself and beside the others. */
export function problemsOf({ flags }: Pick<Snapshot, 'flags'>, row: ReadRow): readonly RowProblem[] {
  const beside = flags.get(row);
  return beside ? [...row.problems, ...beside] : row.problems;
}

/**
 * A tab as it was read, with the bytes of the answer: what can be taken over when most of its rows are there again. The
 * next reading uses it up.
 */
export interface TabReading {
  readonly tab: TabRows;
  readonly header: ActivityPlaces;
  readonly rows: RowsByPlace;
  readonly repDays: RepDays;
  readonly tree: SourceTree;
  readonly tally: RowTally;
  readonly names: RepDayNames;
}

/**
 * Reads every row below the header. With an earlier reading under the same rules, only the rows that were not there are
 * read, and only their rep-days and those of the rows that are gone are made anew; the result is the same.
 */
export function readSnapshot(
  tab: TabRows,
  header: ActivityPlaces,
  rules: Rules,
  before?: TabReading,
): { readonly snapshot: Snapshot; readonly reading: TabReading } {
  const same = before && sameRows(tab, header, before);
  const { repDays, tally, names } = same ? before : { repDays: new Map(), tally: new RowTally(), names: new Map() };
  const rows = readRows(tab, header, rules, names, same && { rows: before.rows, same });
  const { came, gone } = same ? changedRows(before.rows, rows, same) : { came: allRows(rows), gone: [] };
  const tree = changedSourceTree(same ? before.tree : NO_ROWS, changeRepDays(repDays, came, gone));
  // In this order, a prospect of an edited row never goes.
  for (const row of came) tally.add(row);
  for (const row of gone) tally.remove(row);
  const all = [...repDays.values()];
  const snapshot = {
    ...{ rows, repDays: all, tree, flags: flagsBesideOthers(all, tally.closes) },
    ...{ count: tally.rows, noted: [...tally.noted], textDates: [...tally.textDates.keys()] },
    nearDuplicates: tally.names.duplicates(),
    ...(header.checkColumn >= 0 && { checkColumn: header.checkColumn }),
  };
  return { snapshot, reading: { tab, header, rows, repDays, tree, tally, names } };
}

/** Without a list of them, which would be as large as a long tab has rows. */
const allRows = (rows: RowsByPlace): Iterable<ReadRow> => ({
  *[Symbol.iterator]() {
    for (const row of rows) if (row?.line !== undefined) yield row;
  },
});

/** By place: the row that was read before from the same cells, or -1. `undefined` when nothing can be taken over. */
function sameRows(tab: TabRows, header: ActivityPlaces, before: TabReading): Int32Array | undefined {
  if (header.row !== before.header.row) return undefined;
  const same = tab.rowsIn(before.tab);
  // Also a name in the header decides how rows are read: one that is pasted among them is no row.
  if (same?.[header.row] !== header.row) return undefined;
  // What stands above the header was never read as a row.
  for (let above = 0; above < header.row; above++) {
    same[above] = -1;
    const now = same.indexOf(above);
    if (now >= 0) same[now] = -1;
  }
  return same;
}

interface ChangedRows {
  readonly came: readonly ReadRow[];
  readonly gone: readonly ReadRow[];
}

function changedRows(before: RowsByPlace, after: RowsByPlace, same: Int32Array): ChangedRows {
  const stays = new Uint8Array(before.length);
  const isNew = new Uint8Array(after.length);
  for (let at = 0; at < same.length; at++) {
    const known = same[at] ?? -1;
    if (known >= 0) stays[known] = 1;
    else isNew[at] = 1;
  }
  const marked = (rows: RowsByPlace, marks: Uint8Array, mark: 0 | 1): ReadRow[] => {
    const found: ReadRow[] = [];
    for (let at = marks.indexOf(mark); at >= 0; at = marks.indexOf(mark, at + 1)) {
      const row = rows[at];
      if (row?.line !== undefined) found.push(row);
    }
    return found;
  };
  return { came: marked(after, isNew, 1), gone: marked(before, stays, 0) };
}

/** The order in which the text dates of the tab are written (see `columnDateOrder`), however they were read. */
export const dateOrderOf = ({ textDates }: Snapshot, localeOrder: DateOrder): DateOrder | undefined =>
  columnDateOrder(textDates, localeOrder);
