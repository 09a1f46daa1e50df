import type { Cell } from '../cells/cell.ts';
import { headsItsColumn } from '../cells/columns.ts';
import type { DateReading } from '../cells/date-cell.ts';
import type { TabRows } from '../cells/tab-rows.ts';
import { type Day, UNDATED } from '../days/day.ts';
import type { Rules } from '../inputs/rules.ts';
import { entry } from '../trees/entry.ts';
import { ACTIVITY_COLUMNS, AT } from './activity-columns.ts';
import type { ActivityPlaces } from './activity-header.ts';
import { type ActivityRow, rowReader, said } from './activity-row.ts';
import type { CellRead } from './cell-readings.ts';
import { lineOf, lineOfTexts, type RowLine } from './row-line.ts';
import type { RowProblem } from './row-problem.ts';

/** Whose rows and of which day, as typed; one object for all rows of a rep-day. */
export interface RepDayName {
  readonly day: Day;
  /** The Rep cell, encoded. */
  readonly rep: string;
}

interface RowAsTyped {
  readonly line: RowLine;
  readonly repDay: RepDayName;
  /** What stands in its Check cell. */
  readonly shown: Cell;
  /** Those that it has by itself (see `flagsBesideOthers`). */
  readonly problems: readonly RowProblem[];
}

/** Of an accepted row, what its verdict and Health need, no more: all rows of a tab are in memory at once. Its day is that of its rep-day. */
export interface AcceptedRow
  extends RowAsTyped,
    Pick<ActivityRow, 'kind' | 'meaning' | 'outcome' | 'reps' | 'prospect' | 'deal' | 'count'> {
  readonly close: ActivityRow['close'] | undefined;
}

export interface RejectedReading extends RowAsTyped {
  readonly kind?: undefined;
}

/** One row of the sheet, read by itself. It is the same object as long as it stands there, wherever it is moved. */
export type ReadRow = AcceptedRow | RejectedReading;

/** Blank, or a header inside the data; with something in its Check cell. */
export interface PassedOver {
  readonly line: undefined;
  readonly shown: Cell;
}

/** Names of rep-days, each made once. */
export type RepDayNames = Map<Day, Map<string, RepDayName>>;

/** Every row of a tab by its place; absent = nothing stands there. */
export type RowsByPlace = readonly (ReadRow | PassedOver | undefined)[];

/** Rows read before, under the same rules and columns, and by place which of them stands there again; -1 = none. */
export interface RowsBefore {
  readonly rows: RowsByPlace;
  readonly same: Int32Array;
}

/** Reads the rows below the header, each by itself; a row that was read before is taken over. */
export function readRows(
  tab: TabRows,
  header: ActivityPlaces,
  rules: Rules,
  names: RepDayNames,
  before?: RowsBefore,
): RowsByPlace {
  const rows: (ReadRow | PassedOver | undefined)[] = new Array(tab.length);
  const unread = new Int32Array(tab.length);
  let count = 0;
  for (let at = header.row + 1; at < tab.length; at++) {
    const known = before?.same[at] ?? -1;
    if (known < 0) unread[count++] = at;
    else rows[at] = before?.rows[known];
  }
  const { columns, checkColumn } = header;
  const { rowOf, cellOf } = rowsUnder(tab, header, rules, names);
  tab.eachRow(unread.subarray(0, count), { columns: [...columns, checkColumn], read: cellOf }, (cells, at) => {
    rows[at] = rowOf(cells);
  });
  return rows;
}

/**
 * A row is blank when every known column but Check is empty (unticked boxes do not count); blank rows are passed over,
 * the first one does not end the tab. So are headers inside the data, however spelt. Check is the last of the cells.
 */
function rowsUnder(tab: TabRows, header: ActivityPlaces, rules: Rules, names: RepDayNames) {
  const { columns } = header;
  const check = columns.length;
  const reader = rowReader(rules);
  const headerLine = lineOf(tab.slice(header.row, header.row + 1)[0] ?? [], columns);
  const cellOf = (cell: Cell, at: number): CellRead => (at === check ? shownIn(cell) : reader.cell(cell, at));
  const rowOf = (cells: readonly CellRead[]): ReadRow | PassedOver | undefined => {
    const shown = cells[check]?.cell;
    const passedOver = shown === undefined ? undefined : ({ line: undefined, shown } as const);
    const line = lineOfTexts(cells);
    if (line === '' || line === headerLine) return passedOver;
    const { row, problems } = reader.row(cells);
    if (!row && isHeaderRow(cells)) return passedOver;
    const repDay = nameIn(names, row?.day ?? dayOf(said(cells, 'date')), cells[AT.rep]?.text ?? '');
    if (!row) return { line, repDay, shown, problems };
    const { kind, close, meaning, outcome, reps, prospect, deal, count } = row;
    return { line, repDay, shown, problems, kind, close, meaning, outcome, reps, prospect, deal, count };
  };
  return { cellOf, rowOf };
}

/** What a Check cell shows; it is no part of the row. */
const shownIn = (cell: Cell): CellRead => ({
  cell: cell === null || cell === '' ? undefined : cell,
  text: '',
  says: undefined,
});

const dayOf = (date: DateReading): Day => ('day' in date ? date.day : UNDATED);

const nameIn = (names: RepDayNames, day: Day, rep: string): RepDayName =>
  entry(
    entry(names, day, () => new Map<string, RepDayName>()),
    rep,
    () => ({ day, rep }),
  );

/** The header again, as pasting a table below another brings it along: every filled cell is a name of its own column. */
const headsActivity = headsItsColumn(ACTIVITY_COLUMNS);
function isHeaderRow(cells: readonly CellRead[]): boolean {
  const filled = [...cells.entries()].filter(([, { text }]) => text !== '');
  return filled.length > 1 && filled.every(([column, { cell }]) => headsActivity(cell, column));
}
