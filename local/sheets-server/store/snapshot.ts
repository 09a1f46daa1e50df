import type { JsonObject } from '../json.ts';
import type { CellExtras, CellFormat, CellValue } from '../model/cell.ts';
import { CellGrid } from '../model/cell-grid.ts';
import type { Row } from '../model/row.ts';
import { Sheet, type SheetState } from '../model/sheet.ts';
import { Workbook, type WorkbookState } from '../model/workbook.ts';
import type { Entry } from './entry.ts';

/** A workbook on disk. Formats are written once and pointed at by number, since thousands of cells share a few. */
export interface Snapshot {
  readonly layout: 1;
  readonly version: number;
  readonly change: number;
  readonly createdTime: number;
  readonly modifiedTime: number;
  readonly workbook: WorkbookState;
  readonly formats: readonly CellFormat[];
  readonly sheets: readonly SheetSnapshot[];
}

interface SheetSnapshot {
  readonly state: Omit<SheetState, 'rowMetadata' | 'columnMetadata' | 'basicFilter'>;
  readonly basicFilter: JsonObject | null;
  readonly rowMetadata: readonly [number, JsonObject][];
  readonly columnMetadata: readonly [number, JsonObject][];
  readonly columnFormats: readonly [number, number][];
  readonly rows: readonly (RowSnapshot | null)[];
}

interface RowSnapshot {
  readonly v: readonly (CellValue | null)[];
  readonly f?: readonly (number | null)[];
  readonly e?: readonly (CellExtras | null)[];
}

export function snapshotOf(entry: Entry): Snapshot {
  const formats: CellFormat[] = [];
  const numbers = new Map<CellFormat, number>();
  const numberOf = (format: CellFormat): number => {
    const present = numbers.get(format);
    if (present !== undefined) return present;
    numbers.set(format, formats.length);
    return formats.push(format) - 1;
  };
  const { workbook, version, change, createdTime, modifiedTime } = entry;
  const sheets = workbook.sheets.map((sheet) => sheetSnapshot(sheet, numberOf));
  return { layout: 1, version, change, createdTime, modifiedTime, workbook: workbook.state, formats, sheets };
}

function sheetSnapshot(sheet: Sheet, numberOf: (format: CellFormat) => number): SheetSnapshot {
  const { rowMetadata, columnMetadata, basicFilter, ...state } = sheet.state;
  const rows: (RowSnapshot | null)[] = [];
  for (let index = 0; index < sheet.cells.length; index += 1) {
    const row = sheet.cells.row(index);
    rows.push(
      row === undefined
        ? null
        : {
            v: row.values.map((value) => value ?? null),
            ...(row.formats && { f: row.formats.map((format) => (format === undefined ? null : numberOf(format))) }),
            ...(row.extras && { e: row.extras.map((extras) => extras ?? null) }),
          },
    );
  }
  return {
    state,
    basicFilter: basicFilter ?? null,
    rowMetadata: [...rowMetadata],
    columnMetadata: [...columnMetadata],
    columnFormats: [...sheet.cells.columnFormatEntries()].map(([column, format]) => [column, numberOf(format)]),
    rows,
  };
}

export function entryFromSnapshot(snapshot: Snapshot): Entry {
  if (snapshot.layout !== 1)
    throw new Error('This workbook file was written by a newer version: open it with that version.');
  const { version, change, createdTime, modifiedTime, formats } = snapshot;
  const sheets = snapshot.sheets.map((sheet) => sheetFromSnapshot(sheet, formats));
  return { workbook: new Workbook(snapshot.workbook, sheets), version, change, createdTime, modifiedTime };
}

function sheetFromSnapshot(snapshot: SheetSnapshot, formats: readonly CellFormat[]): Sheet {
  const owner = {};
  const rows = snapshot.rows.map((row): Row | undefined =>
    row === null
      ? undefined
      : {
          owner,
          values: row.v.map((value) => value ?? undefined),
          formats: row.f?.map((number) => (number === null ? undefined : formats[number])),
          extras: row.e?.map((extras) => extras ?? undefined),
        },
  );
  const columnFormats = new Map(snapshot.columnFormats.map(([column, number]) => [column, formats[number] ?? {}]));
  return new Sheet(
    {
      ...snapshot.state,
      basicFilter: snapshot.basicFilter ?? undefined,
      rowMetadata: new Map(snapshot.rowMetadata),
      columnMetadata: new Map(snapshot.columnMetadata),
    },
    new CellGrid(rows, columnFormats),
  );
}
