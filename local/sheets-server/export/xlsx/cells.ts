import type { CellValue, Cell as ExcelCell } from 'hucre';
import { effectiveValue } from '../../cell-view.ts';
import { isFormula, type PlainValue } from '../../model/cell.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Workbook } from '../../model/workbook.ts';
import type { CellStyles } from './cell-style.ts';
import { cellText } from './clean-text.ts';
import { excelFormula } from './formula.ts';
import type { SheetNames } from './sheet-names.ts';

export interface Cells {
  readonly rows: CellValue[][];
  /** What is more than a plain value, by `row,column`. */
  readonly cells: Map<string, Partial<ExcelCell>>;
  readonly width: number;
}

/** The cells of a tab: values as entered, with their looks. Formats below the last row in use are left out. */
export function cellsOf(workbook: Workbook, sheet: Sheet, names: SheetNames, styles: CellStyles): Cells {
  const rows: CellValue[][] = [];
  const cells = new Map<string, Partial<ExcelCell>>();
  let width = 0;
  for (let row = 0; row < sheet.cells.length; row += 1) {
    const line: CellValue[] = [];
    for (let column = 0; column < sheet.cells.width(row); column += 1) {
      const cell = excelCell(workbook, sheet, names, row, column);
      const style = styles.of(sheet.cells.format(row, column));
      line.push(cell.value ?? null);
      if (style !== undefined || cell.formula !== undefined || cell.richText !== undefined)
        cells.set(`${row},${column}`, style === undefined ? cell : { ...cell, style });
    }
    width = Math.max(width, line.length);
    rows.push(line);
  }
  return { rows, cells, width };
}

function excelCell(workbook: Workbook, sheet: Sheet, names: SheetNames, row: number, column: number) {
  const entered = sheet.cells.value(row, column);
  if (!isFormula(entered)) return valueCell(entered);
  const value = effectiveValue(workbook, sheet, row, column);
  const formula = excelFormula(workbook, names, entered.formula, value);
  // A formula that Excel would call damage stays as what it shows or, when nobody knows that, as text.
  if (formula === undefined) return valueCell(value ?? entered.formula);
  const cached = typeof value === 'object' || value === undefined ? undefined : value;
  const formulaResult = typeof cached === 'string' ? cellText(cached) : cached;
  return { formula, ...(formulaResult !== undefined && { formulaResult }) };
}

function valueCell(value: PlainValue | undefined): Partial<ExcelCell> {
  if (value === undefined) return {};
  if (typeof value === 'object') return { value: value.error };
  if (typeof value !== 'string') return { value };
  const text = cellText(value);
  // The writer takes a text like #N/A for an error, unless it is rich.
  return text.startsWith('#') ? { richText: [{ text }] } : { value: text };
}
