import { invalid } from './api-error.ts';
import { arrayOf, stringOf } from './json.ts';
import type { CellValue } from './model/cell.ts';
import type { WriteOperation } from './operation.ts';
import { fillCells, filledSheet } from './workbook-from-file.ts';

/** Puts other values on a tab, or makes the tab: not Google's, but what a generator of data needs. Formats stay. */
export const replaceTab: WriteOperation = {
  name: 'replaceTab',
  writes: true,
  run(draft, { body }, mint) {
    const title = stringOf(body.title);
    if (title === undefined) throw invalid('replaceTab needs a title.');
    const rows = arrayOf(body.rows).map((row) => arrayOf(row).map(toCell));
    const sheet = draft.sheetByTitle(title);
    if (sheet === undefined) {
      const sheetId = mint.number((id) => draft.sheet(id) !== undefined);
      draft.sheets.push(filledSheet(sheetId, title, rows));
      return {};
    }
    for (let row = 0; row < sheet.cells.length; row += 1)
      for (let column = sheet.cells.row(row)?.values.length ?? 0; column > 0; column -= 1)
        sheet.cells.setValue(row, column - 1, undefined);
    fillCells(sheet, rows);
    return {};
  },
};

const toCell = (value: unknown): CellValue | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
