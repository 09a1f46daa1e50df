import { updateMask } from '../field-mask.ts';
import { arrayOf, objectOf } from '../json.ts';
import { resize } from '../structure/resize.ts';
import { requestKind } from './request-kind.ts';
import { requireSheet } from './require.ts';
import { checkCellData, writeCell } from './write-cell.ts';

/** Adds rows after the last row with data of the tab; the grid grows with them. */
export const appendCells = requestKind({
  name: 'appendCells',
  check(draft, request) {
    const sheet = requireSheet(draft, request);
    const mask = updateMask(request.fields);
    const rows = arrayOf(request.rows).map((row) => arrayOf(objectOf(row).values).map(objectOf));
    for (const row of rows) for (const cell of row) checkCellData(cell, mask);
    return { sheet, mask, rows };
  },
  apply(draft, { sheet, mask, rows }) {
    let start = sheet.cells.length;
    while (start > 0 && (sheet.cells.row(start - 1)?.values.every((value) => value === undefined) ?? true)) start -= 1;
    const { rowCount, columnCount } = sheet.state;
    const width = Math.max(columnCount, ...rows.map((row) => row.length));
    resize(draft, sheet, Math.max(rowCount, start + rows.length), width);
    for (const [offset, row] of rows.entries())
      for (const [column, cell] of row.entries()) writeCell(sheet, start + offset, column, cell, mask);
    return {};
  },
});
