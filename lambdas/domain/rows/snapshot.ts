import type { Cell } from '../cells/cell.ts';
import { columnDateOrder, type DateOrder } from '../cells/date-cell.ts';
import type { TabRows } from '../cells/tab-rows.ts';
import type { Rules } from '../inputs/rules.ts';
import type { RepDay } from '../source/source-tree.ts';
import type { ActivityPlaces } from './activity-header.ts';
import { withFlagsBesideOthers } from './flags-beside-others.ts';
import { type Prospects, prospectsOf } from './prospects.ts';
import { type ReadRow, type RepDayName, type RepDayNames, type RowsByPlace, readRows } from './read-rows.ts';
import { type RepDays, repDaysOf } from './rep-days.ts';
import { firstTextOf } from './row-line.ts';

/** One row of the sheet, with the flags that the rows beside it give. */
export type SnapshotRow = ReadRow;

/** The Activity tab at one moment. */
export interface Snapshot {
  readonly rows: readonly SnapshotRow[];
  readonly repDays: readonly RepDay[];
  readonly prospects: Prospects;
  /** Zero-based; absent = the tab has no Check column. */
  readonly checkColumn?: number;
  /** Check cells beside what is no row: place -> what stands there. */
  readonly strays: ReadonlyMap<number, Cell>;
  /** For the next reading. */
  readonly read: TabReading;
}

/** A tab as it was read: what can be taken over when most of its rows are there again. */
export interface TabReading {
  readonly tab: TabRows;
  readonly header: ActivityPlaces;
  readonly rows: RowsByPlace;
  readonly repDays: RepDays;
  readonly prospects: Prospects;
  readonly names: RepDayNames;
}

/**
 * Reads every row below the header. With an earlier reading under the same rules, only the rows that were not there are
 * read, and only their rep-days and those of the rows that are gone are made anew; the result is the same.
 */
export function readSnapshot(tab: TabRows, header: ActivityPlaces, rules: Rules, before?: TabReading): Snapshot {
  const same = before && sameRows(tab, header, before);
  const names: RepDayNames = same ? before.names : new Map();
  const byPlace = readRows(tab, header, rules, names, same && { rows: before.rows, same });
  const rows: ReadRow[] = [];
  const strays = new Map<number, Cell>();
  for (const row of byPlace) {
    if (row === undefined) continue;
    if (row.line === undefined) strays.set(row.at, row.shown);
    else rows.push(row);
  }
  const changes = same && changedRows(before.rows, byPlace, same);
  const repDays = repDaysOf(rows, changes && { repDays: before.repDays, but: repDaysWith(changes) });
  const prospects = changes ? prospectsOf(changes.came, changes.gone, before.prospects) : prospectsOf(rows);
  return {
    rows: withFlagsBesideOthers(rows, repDays),
    repDays: [...repDays.values()],
    prospects,
    ...(header.checkColumn >= 0 && { checkColumn: header.checkColumn }),
    strays,
    read: { tab, header, rows: byPlace, repDays, prospects, names },
  };
}

/** By place: the row that was read before from the same cells, or -1. `undefined` when nothing can be taken over. */
function sameRows(tab: TabRows, header: ActivityPlaces, before: TabReading): Int32Array | undefined {
  if (header.row !== before.header.row) return undefined;
  const same = tab.rowsIn(before.tab);
  // Also a name in the header decides how rows are read: one that is pasted among them is no row.
  if (same?.[header.row] !== header.row) return undefined;
  // What stands above the header was never read as a row.
  return same.map((known, at) => (at > header.row && known > header.row ? known : -1));
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

const repDaysWith = ({ came, gone }: ChangedRows): Set<RepDayName> =>
  new Set([...came, ...gone].map(({ repDay }) => repDay));

/** The order in which the text dates of the tab are written (see `columnDateOrder`), however they were read. */
export function dateOrderOf({ rows }: Snapshot, localeOrder: DateOrder): DateOrder | undefined {
  const texts = new Set<string>();
  for (const { line } of rows) {
    const date = firstTextOf(line);
    if (date !== undefined) texts.add(date);
  }
  return columnDateOrder(texts, localeOrder);
}
