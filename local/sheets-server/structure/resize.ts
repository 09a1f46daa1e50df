import { invalid } from '../api-error.ts';
import { LIMITS } from '../limits.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { deleteColumns, deleteRows } from './dimensions.ts';

/** Gives the grid another size; what stands outside of it is gone. */
export function resize(workbook: Workbook, sheet: Sheet, rowCount: number, columnCount: number): void {
  if (rowCount < 1 || columnCount < 1) throw invalid("You can't delete all the rows or columns on the sheet.");
  const { state } = sheet;
  if (rowCount < state.rowCount) deleteRows(workbook, sheet, rowCount, state.rowCount - rowCount);
  if (columnCount < state.columnCount) deleteColumns(workbook, sheet, columnCount, state.columnCount - columnCount);
  state.rowCount = rowCount;
  state.columnCount = columnCount;
  checkCellCount(workbook);
}

export function checkCellCount(workbook: Workbook): void {
  if (workbook.sheets.some(({ state }) => state.columnCount > LIMITS.columnsPerSheet))
    throw invalid(
      `This action would increase the number of columns in the sheet above the limit of ${LIMITS.columnsPerSheet} columns.`,
    );
  const cells = workbook.sheets.reduce((sum, { state }) => sum + state.rowCount * state.columnCount, 0);
  if (cells > LIMITS.cellsPerWorkbook)
    throw invalid(
      `This action would increase the number of cells in the workbook above the limit of ${LIMITS.cellsPerWorkbook} cells.`,
    );
}
