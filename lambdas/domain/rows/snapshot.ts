import type { Cell, Grid } from '../cells/cell.ts';
import { findHeader, headsItsColumn } from '../cells/columns.ts';
import { columnDateOrder } from '../cells/date-cell.ts';
import { UNDATED } from '../days/day.ts';
import type { Rules } from '../inputs/rules.ts';
import type { RepDay } from '../source/source-tree.ts';
import { entry } from '../trees/entry.ts';
import { ACTIVITY_COLUMNS, AT, CHECK_COLUMN } from './activity-columns.ts';
import { type RowReading, rowReader } from './activity-row.ts';
import { flagNothingSold } from './nothing-sold.ts';
import { encodeCell, lineOf, lineOfStored, type RowLine, storedCells } from './row-line.ts';
import type { RowProblem } from './row-problem.ts';

/** One row of the sheet. */
export interface SnapshotRow {
  /** Zero-based row on the tab. */
  readonly at: number;
  readonly line: RowLine;
  readonly reading: RowReading;
  readonly repDay: RepDay;
}

/** The Activity tab at one moment. */
export interface Snapshot {
  readonly rows: readonly SnapshotRow[];
  readonly repDays: readonly RepDay[];
  /** Zero-based; absent = the tab has no Check column. */
  readonly checkColumn?: number;
}

/** Where the columns are, or why the tab can't be read. */
export type ActivityHeader =
  | { readonly message: string }
  | { readonly row: number; readonly columns: readonly number[]; readonly checkColumn: number };

export function activityHeader(grid: Grid): ActivityHeader {
  const header = findHeader('Activity', grid, [...ACTIVITY_COLUMNS, CHECK_COLUMN]);
  if ('message' in header) return header;
  return { row: header.row, columns: header.columns.slice(0, -1), checkColumn: header.columns.at(-1) ?? -1 };
}

/** The order in which the text dates of the tab are written (see `columnDateOrder`). */
export function activityDateOrder(
  grid: Grid,
  header: Exclude<ActivityHeader, { message: string }>,
  locale: Rules['locale'],
) {
  const column = header.columns[AT.date] ?? -1;
  const texts = grid
    .slice(header.row + 1)
    .map((row) => row[column])
    .filter((cell) => typeof cell === 'string');
  return columnDateOrder(texts, locale.dateOrder);
}

/**
 * Reads every row below the header. A row is blank when every known column but Check is empty (unticked boxes do not
 * count); blank rows are passed over, the first one does not end the tab. So are headers inside the data, however spelt.
 */
export function readSnapshot(grid: Grid, header: Exclude<ActivityHeader, { message: string }>, rules: Rules): Snapshot {
  const reader = rowReader(rules);
  const headerLine = lineOf(grid[header.row] ?? [], header.columns);
  const repDays = new Map<string, RepDay>();
  const rows: SnapshotRow[] = [];
  for (let at = header.row + 1; at < grid.length; at++) {
    const cells = grid[at];
    if (!cells || cells.length === 0) continue;
    // Read as stored, so that the verdict on the sheet and the figures are of one reading.
    const known = storedCells(cells, header.columns);
    const line = lineOfStored(known);
    if (line === '' || line === headerLine) continue;
    const reading = reader.read(known);
    if (!reading.row && isHeaderRow(known)) continue;
    const date = reader.dateOf(known[AT.date]);
    const day = 'day' in date ? date.day : UNDATED;
    const rep = encodeCell(known[AT.rep]);
    const key = `${day}\u001f${rep}`;
    const repDay = entry(repDays, key, (): RepDay => ({ day, rep, lines: [], rejected: 0 }));
    repDay.lines.push(line);
    if (!reading.row) repDay.rejected++;
    rows.push({ at, line, reading, repDay });
  }
  return {
    rows: flagNothingSold(flagDuplicates(rows, repDays.values())),
    repDays: [...repDays.values()],
    ...(header.checkColumn >= 0 && { checkColumn: header.checkColumn }),
  };
}

/** The header again, as pasting a table below another brings it along: every filled cell is a name of its own column. */
const headsActivity = headsItsColumn(ACTIVITY_COLUMNS);
function isHeaderRow(known: readonly Cell[]): boolean {
  const filled = [...known.entries()].filter(([, cell]) => cell !== undefined);
  return filled.length > 1 && filled.every(([column, cell]) => headsActivity(cell, column));
}

/** "Identical rows all count (two equal calls are possible) and are flagged as possible duplicates." */
function flagDuplicates(rows: readonly SnapshotRow[], repDays: Iterable<RepDay>): SnapshotRow[] {
  const repeated = new Map<RowLine, number>();
  for (const { lines } of repDays) {
    // Equal rows are of one rep-day and stand together once it is sorted, as it is stored.
    lines.sort();
    for (let i = 1; i < lines.length; i++) {
      const line = lines[i] ?? '';
      if (line === lines[i - 1]) repeated.set(line, (repeated.get(line) ?? 1) + 1);
    }
  }
  if (repeated.size === 0) return [...rows];
  return rows.map((row) => {
    const equals = repeated.get(row.line);
    if (equals === undefined || !row.reading.row) return row;
    const duplicate: RowProblem = { kind: 'possible duplicate', got: `${equals} identical rows` };
    return { ...row, reading: { ...row.reading, problems: [...row.reading.problems, duplicate] } };
  });
}
