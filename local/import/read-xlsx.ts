// @e965/xlsx republishes SheetJS 0.20.3, the only line of SheetJS without open CVEs; of the readers compared (hucre, read-excel-file) it alone returns serials untouched, each with its own format.
import { type CellObject, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { FileCell, TabFile } from '../sheets-server/workbook-file.ts';
import { ColumnFormats } from './column-formats.ts';
import { ImportError } from './import-error.ts';
import { MAX_CELLS } from './limits.ts';
import { numberFormatOf } from './number-format.ts';
import { storeZip } from './store-zip.ts';
import type { TypedCell } from './type-cell.ts';
import { listZip, unzipEntry } from './unzip.ts';

/** Serials of a workbook that counts from 1904 (old Excel for Mac) are smaller by so many days. */
const DAYS_1900_TO_1904 = 1462;
/** Pictures, printer settings and macros: never needed, often most of the file. */
const UNNEEDED = /\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|bin)$/i;
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#LOADING!',
};

/** Every worksheet of an .xlsx (hidden ones too): values as saved, formulas as their cached values, errors as text. */
export async function readXlsx(zip: Buffer, name: string, maxCells = MAX_CELLS): Promise<TabFile[]> {
  const workbook = parse(await unpack(zip, name), name);
  const shift = workbook.Workbook?.WBProps?.date1904 ? DAYS_1900_TO_1904 : 0;
  let cells = 0;
  return workbook.SheetNames.flatMap((title) => {
    const sheet = workbook.Sheets[title];
    const grid = sheet && cellsOf(sheet);
    if (!grid) return [];
    const extent = extentOf(grid);
    cells += extent.rows * extent.columns;
    if (cells > maxCells) {
      throw new ImportError(
        `${name} spans more than ${maxCells.toLocaleString('en')} cells, the limit of Google Sheets (up to tab ${title}). Delete what is far right or far below, or split it.`,
      );
    }
    return [toTab(title, grid, extent.rows, shift)];
  });
}

/** The parts that matter, inflated by zlib within the declared sizes, since the parser itself would inflate anything. */
async function unpack(zip: Buffer, name: string): Promise<Buffer> {
  const entries = listZip(zip, name);
  if (
    !entries.some((entry) => /^\/?\[content_types\]\.xml$/i.test(entry.name)) ||
    !entries.some((entry) => /^\/?xl\//i.test(entry.name))
  ) {
    throw new ImportError(`${name} is a zip, but no Excel workbook. Save it as "Excel Workbook (.xlsx)" or as .csv.`);
  }
  const parts: { name: string; bytes: Buffer }[] = [];
  for (const entry of entries) {
    if (UNNEEDED.test(entry.name) || entry.name.endsWith('/')) continue;
    parts.push({ name: entry.name, bytes: await unzipEntry(zip, entry, name) });
  }
  return storeZip(parts);
}

function parse(zip: Buffer, name: string): WorkBook {
  try {
    return read(zip, { dense: true, cellNF: true, cellText: false, cellHTML: false, cellFormula: false });
  } catch (error) {
    throw new ImportError(
      `${name} is no Excel workbook that can be read. Open it in Excel and save it again as .xlsx.`,
      {
        cause: error,
      },
    );
  }
}

type Cells = (CellObject | undefined)[][];

/** The grid of a worksheet; none for a chart sheet. */
function cellsOf(sheet: WorkSheet): Cells | undefined {
  return sheet['!type'] && sheet['!type'] !== 'sheet' ? undefined : (sheet['!data'] ?? []);
}

/** How far the filled cells reach, whatever size the sheet declares. */
function extentOf(grid: Cells): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  grid.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (savedValue(cell) === null) return;
      rows = row + 1;
      columns = Math.max(columns, column + 1);
    });
  });
  return { rows, columns };
}

function toTab(title: string, grid: Cells, height: number, shift: number): TabFile {
  const formats = new ColumnFormats();
  const rows: FileCell[][] = [];
  for (let row = 0; row < height; row++) {
    const cells: FileCell[] = [];
    grid[row]?.forEach((cell, column) => {
      const typed = typedOf(cell, shift);
      if (typed.value === null) return;
      while (cells.length < column) cells.push(null);
      cells.push(typed.value);
      formats.note(row, column, typed);
    });
    rows.push(cells);
  }
  return { title, rows, formats: formats.settle(rows) };
}

function typedOf(cell: CellObject | undefined, shift: number): TypedCell {
  const value = savedValue(cell);
  const numberFormat = typeof value === 'number' ? numberFormatOf(String(cell?.z ?? '')) : undefined;
  if (typeof value !== 'number' || !numberFormat) return { value };
  const dated = numberFormat.type === 'DATE' || numberFormat.type === 'DATE_TIME';
  return { value: dated ? value + shift : value, numberFormat };
}

function savedValue(cell: CellObject | undefined): FileCell {
  if (!cell || cell.t === 'z' || cell.v === undefined || cell.v === '') return null;
  if (cell.t === 'e') return ERRORS[Number(cell.v)] ?? '#ERROR!';
  return cell.v instanceof Date ? cell.v.toISOString() : cell.v;
}
