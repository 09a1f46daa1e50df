import { type Rendering, renderCell } from '../cell-view.ts';
import type { JsonObject } from '../json.ts';
import type { Workbook } from '../model/workbook.ts';
import { formatRange, type Range } from '../range.ts';
import type { MajorDimension } from './options.ts';

type Line = (string | number | boolean)[];

/** A `ValueRange`: trailing empty rows and cells left out, inner empty rows `[]`, `values` absent when there is nothing. */
export function readRange(
  workbook: Workbook,
  range: Range,
  dimension: MajorDimension,
  rendering: Rendering,
): JsonObject {
  const rows = readRows(workbook, range, rendering);
  const values = dimension === 'ROWS' ? rows : transposed(rows);
  return { range: formatRange(range), majorDimension: dimension, ...(values.length === 0 ? {} : { values }) };
}

function readRows(workbook: Workbook, range: Range, rendering: Rendering): Line[] {
  const { sheet, startRow, startColumn } = range;
  const rows: Line[] = [];
  const last = Math.min(range.endRow, sheet.cells.length);
  let filled = 0;
  for (let row = startRow; row < last; row += 1) {
    const line: Line = [];
    const end = Math.min(range.endColumn, sheet.cells.row(row)?.values.length ?? 0);
    let length = 0;
    for (let column = startColumn; column < end; column += 1) {
      const value = renderCell(workbook, sheet, row, column, rendering);
      line.push(value);
      if (value !== '') length = line.length;
    }
    line.length = length;
    rows.push(line);
    if (length > 0) filled = rows.length;
  }
  rows.length = filled;
  return rows;
}

function transposed(rows: readonly Line[]): Line[] {
  const columns: Line[] = [];
  for (const [index, row] of rows.entries()) {
    for (const [column, value] of row.entries()) {
      if (value === '') continue;
      while (columns.length <= column) columns.push([]);
      const line = columns[column] ?? [];
      while (line.length < index) line.push('');
      line.push(value);
    }
  }
  return columns;
}
