import { evaluate, isUncomputed } from '../../../local/sheets-server/formula/evaluate.ts';
import type { WorkbookFile } from '../../../local/sheets-server/workbook-file.ts';
import { workbookFromFile } from '../../../local/sheets-server/workbook-from-file.ts';
import { BOOK } from './tables/data.ts';

/** Where formulas are put: H40 of the first tab. */
const ROW = 39;
const COLUMN = 7;

/** A workbook and what a formula comes to on its first tab; errors by name, `null` for nothing, undefined when not computed. */
export function bookOf(file: WorkbookFile = BOOK, now = Date.UTC(2026, 10, 16, 11)) {
  const workbook = workbookFromFile('b', file);
  workbook.clock = () => now;
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error('The workbook has no tab.');
  return {
    workbook,
    sheet,
    value(formula: string) {
      sheet.cells.setValue(ROW, COLUMN, { formula });
      const value = evaluate(workbook, sheet, formula, ROW, COLUMN);
      const uncomputed = isUncomputed(workbook, sheet, ROW, COLUMN);
      sheet.cells.setValue(ROW, COLUMN, undefined);
      if (uncomputed) return undefined;
      return typeof value === 'object' ? value.error : (value ?? null);
    },
    /** The error of a formula with its message. */
    error(formula: string) {
      const value = evaluate(workbook, sheet, formula, ROW, COLUMN);
      return typeof value === 'object' ? value : undefined;
    },
  };
}
