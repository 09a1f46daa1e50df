import { columnLetters } from '../a1.ts';
import { numberOf, objectOf } from '../json.ts';
import { DEFAULT_COLUMN_PIXELS, type Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { cellHtml } from './cell-html.ts';
import { CellClasses } from './cell-style.ts';
import { Html, html } from './html.ts';
import { type Merges, mergesOf } from './merges.ts';
import { usedArea } from './used-area.ts';

/** Width of the column with the row numbers, in pixels. */
const GUTTER = 48;

interface Table {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly columns: number;
  readonly widths: readonly number[];
  readonly frozenColumns: number;
  readonly merges: Merges;
  readonly classes: CellClasses;
}

/** Rows `from` to `to` of a tab with the frozen rows above them, as a table; `rules` is the CSS of its cells. */
export function gridTable(workbook: Workbook, sheet: Sheet, from: number, to: number): { table: Html; rules: string } {
  const grid = objectOf(sheet.state.properties.gridProperties);
  const columns = usedArea(sheet).columns;
  const widths = Array.from({ length: columns }, (_, column) => columnWidth(sheet, column));
  const frozenRows = Math.min(numberOf(grid.frozenRowCount) ?? 0, to);
  const frozenColumns = Math.min(numberOf(grid.frozenColumnCount) ?? 0, columns);
  const table: Table = {
    workbook,
    sheet,
    columns,
    widths,
    frozenColumns,
    merges: mergesOf(sheet),
    classes: new CellClasses(),
  };
  const head = rowsHtml(table, 0, frozenRows);
  const body = rowsHtml(table, Math.max(from, frozenRows), to);
  const total = widths.reduce((sum, width) => sum + width, GUTTER);
  const letters = widths.map((_, column) => html`<th scope="col">${columnLetters(column)}</th>`);
  return {
    table: html`<table style="width:${total}px"><colgroup><col style="width:${GUTTER}px">${widths.map((width) => html`<col style="width:${width}px">`)}</colgroup>
<thead><tr class="letters"><th></th>${letters}</tr>${head}</thead><tbody>${body}</tbody></table>`,
    rules: table.classes.rules(),
  };
}

function columnWidth(sheet: Sheet, column: number): number {
  const metadata = sheet.state.columnMetadata.get(column);
  if (metadata?.hiddenByUser === true) return 0;
  return Math.min(1200, Math.max(0, numberOf(metadata?.pixelSize) ?? DEFAULT_COLUMN_PIXELS));
}

function rowsHtml(table: Table, from: number, to: number): Html[] {
  const rows: Html[] = [];
  for (let row = from; row < to; row += 1) {
    if (table.sheet.state.rowMetadata.get(row)?.hiddenByUser === true) continue;
    const height = numberOf(table.sheet.state.rowMetadata.get(row)?.pixelSize);
    const style = height === undefined ? undefined : html` style="height:${height}px"`;
    rows.push(html`<tr id="r${row + 1}"${style}><th scope="row">${row + 1}</th>${cellsHtml(table, row)}</tr>\n`);
  }
  return rows;
}

function cellsHtml(table: Table, row: number): Html[] {
  const { workbook, sheet, columns, merges, classes } = table;
  const cells: Html[] = [];
  let left = GUTTER;
  for (let column = 0; column < columns; column += 1) {
    const sticky = column < table.frozenColumns ? `position:sticky;left:${left}px;z-index:1` : '';
    left += table.widths[column] ?? 0;
    if (merges.covered(row, column)) continue;
    const span = merges.span(row, column);
    const next = column + (span?.columns ?? 1);
    const roomToTheRight = next < columns && sheet.cells.value(row, next) === undefined;
    const attributes = span === undefined ? new Html('') : html` colspan="${span.columns}" rowspan="${span.rows}"`;
    cells.push(cellHtml({ workbook, sheet, row, column, classes, attributes, extraCss: sticky, roomToTheRight }));
  }
  return cells;
}
