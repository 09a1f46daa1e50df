import { newMint } from './mint.ts';
import type { CellValue } from './model/cell.ts';
import { newRow, type Row } from './model/row.ts';
import { newSheet, type Sheet } from './model/sheet.ts';
import type { Workbook } from './model/workbook.ts';
import { emptyWorkbook } from './spreadsheets/new-workbook.ts';
import type { FileCell, TabFile, WorkbookFile } from './workbook-file.ts';

/** The workbook of a file. The first tab has the id 0, the others ids that follow from their titles. */
export function workbookFromFile(id: string, file: WorkbookFile): Workbook {
  const workbook = emptyWorkbook(id, file.title);
  workbook.state.locale = file.locale;
  workbook.state.timeZone = file.timeZone;
  for (const [index, tab] of file.tabs.entries()) {
    if (workbook.sheetByTitle(tab.title) !== undefined)
      throw new Error(`Two tabs are named "${tab.title}": rename one of them.`);
    const sheetId =
      index === 0 ? 0 : newMint(hash(tab.title), 0).number((taken) => workbook.sheet(taken) !== undefined);
    workbook.sheets.push(sheetFromTab(sheetId, tab));
  }
  if (workbook.sheets.length === 0) workbook.sheets.push(newSheet(0, 'Sheet1'));
  return workbook;
}

function sheetFromTab(sheetId: number, tab: TabFile): Sheet {
  const sheet = filledSheet(sheetId, tab.title, tab.rows);
  for (const [column, numberFormat] of Object.entries(tab.formats ?? {}))
    sheet.cells.setColumnFormat(Number(column), { numberFormat: { ...numberFormat } });
  if (tab.frozenRows !== undefined && tab.frozenRows > 0)
    sheet.state.properties = { gridProperties: { frozenRowCount: tab.frozenRows } };
  if (tab.widths !== undefined)
    sheet.state.columnMetadata = new Map(tab.widths.map((pixelSize, column) => [column, { pixelSize }]));
  return sheet;
}

type Rows = readonly (readonly (FileCell | CellValue)[])[];

/** A new tab of these rows. A long one has the columns they fill and no others: empty ones count towards the limit of cells, too. */
export function filledSheet(sheetId: number, title: string, rows: Rows): Sheet {
  const sheet = rows.length > LONG ? newSheet(sheetId, title, rows.length, 1) : newSheet(sheetId, title);
  fillCells(sheet, rows);
  return sheet;
}

const LONG = 50_000;

/** Puts whole rows from the first on and makes the grid large enough for them, with room to type below. */
export function fillCells(sheet: Sheet, rows: Rows): void {
  let width = 0;
  const made = rows.map((cells, index): Row | undefined => {
    width = Math.max(width, cells.length);
    const present = sheet.cells.row(index);
    const row = newRow({});
    for (const cell of cells) row.values.push(cell === null || cell === '' ? undefined : cell);
    while (row.values.length > 0 && row.values.at(-1) === undefined) row.values.pop();
    row.formats = present?.formats?.slice();
    row.extras = present?.extras?.slice();
    return row.values.length === 0 && present === undefined ? undefined : row;
  });
  sheet.cells.replaceRows(0, made);
  const { state } = sheet;
  state.rowCount = Math.max(state.rowCount, rows.length + ROOM);
  state.columnCount = Math.max(state.columnCount, width);
}

const ROOM = 100;

/** FNV-1a, so that the same tab gets the same id each time. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}
