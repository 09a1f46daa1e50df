import { badField, invalid } from '../api-error.ts';
import { type MaskTree, updateMask } from '../field-mask.ts';
import { arrayOf, isObject, type Json, type JsonObject } from '../json.ts';
import type { Workbook } from '../model/workbook.ts';
import { gridCoordinate, gridRange, type Range } from '../range.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';
import { checkCellData, writeCell } from './write-cell.ts';

const CLEARED: JsonObject = {};

/** Cells of `range` that `rows` do not reach are cleared in the masked fields; with `start` only the given cells change. */
export const updateCells = requestKind({
  name: 'updateCells',
  check(draft, request) {
    const mask = updateMask(request.fields);
    const rows = arrayOf(request.rows).map((row, index) => readRow(row, `rows[${index}]`));
    const bounded = request.range !== undefined;
    if (bounded === (request.start !== undefined)) throw invalid('Must specify exactly one of range and start.');
    const range = bounded ? gridRange(draft, requireObject(request, 'range')) : fromStart(draft, request, rows);
    for (const row of rows) for (const cell of row) checkCellData(cell, mask);
    if (bounded) checkFits(range, rows);
    return { range, rows, mask, bounded };
  },
  apply(_draft, { range, rows, mask, bounded }) {
    if (bounded) writeAll(range, rows, mask);
    else
      for (const [offset, row] of rows.entries())
        for (const [index, cell] of row.entries())
          writeCell(range.sheet, range.startRow + offset, range.startColumn + index, cell, mask);
    return {};
  },
});

function readRow(row: Json, field: string): readonly JsonObject[] {
  if (!isObject(row)) throw badField(field, `Invalid value at '${field}', ${JSON.stringify(row)}`);
  return arrayOf(row.values).map((cell, index) => {
    if (isObject(cell)) return cell;
    throw badField(
      `${field}.values[${index}]`,
      `Invalid value at '${field}.values[${index}]', ${JSON.stringify(cell)}`,
    );
  });
}

type Rows = readonly (readonly JsonObject[])[];

function fromStart(draft: Workbook, request: JsonObject, rows: Rows): Range {
  const { sheet, row: startRow, column: startColumn } = gridCoordinate(draft, requireObject(request, 'start'));
  const endRow = startRow + rows.length;
  const endColumn = startColumn + Math.max(0, ...rows.map((row) => row.length));
  const { rowCount, columnCount } = sheet.state;
  if (endRow > rowCount)
    throw invalid(`Attempting to write row: ${rowCount}, beyond the last requested row of: ${rowCount - 1}`);
  if (endColumn > columnCount)
    throw invalid(
      `Attempting to write column: ${columnCount}, beyond the last requested column of: ${columnCount - 1}`,
    );
  return { sheet, startRow, endRow, startColumn, endColumn };
}

function checkFits(range: Range, rows: Rows): void {
  if (rows.length > range.endRow - range.startRow)
    throw invalid(`Attempting to write row: ${range.endRow}, beyond the last requested row of: ${range.endRow - 1}`);
  if (rows.some((row) => row.length > range.endColumn - range.startColumn))
    throw invalid(
      `Attempting to write column: ${range.endColumn}, beyond the last requested column of: ${range.endColumn - 1}`,
    );
}

function writeAll(range: Range, rows: Rows, mask: MaskTree): void {
  const { sheet, startRow, startColumn } = range;
  for (let row = startRow; row < range.endRow; row += 1) {
    const cells = rows[row - startRow];
    // A row that was never written and gets nothing has nothing to clear, unless its columns have formats.
    if (cells === undefined && row >= sheet.cells.length && !sheet.cells.hasColumnFormats) return;
    for (let column = startColumn; column < range.endColumn; column += 1)
      writeCell(sheet, row, column, cells?.[column - startColumn] ?? CLEARED, mask);
  }
}
