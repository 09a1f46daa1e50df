import type { CellStyle, CellValue, Cell as ExcelCell } from 'hucre';
import { effectiveValue, shownFormat } from '../../cell-view.ts';
import { stringOf } from '../../json.ts';
import { type FormulaCell, isFormula, type PlainValue } from '../../model/cell.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Workbook } from '../../model/workbook.ts';
import { cellLink } from '../../spreadsheets/cell-link.ts';
import type { CellStyles } from './cell-style.ts';
import { cellText, cleanText } from './clean-text.ts';
import { excelFormula } from './formula.ts';
import { hyperlink } from './links.ts';
import { richText } from './rich-text.ts';
import type { SheetNames } from './sheet-names.ts';

export interface Cells {
  readonly rows: CellValue[][];
  /** What is more than a value in the style of its column, by `row,column`. */
  readonly cells: Map<string, Partial<ExcelCell>>;
  /** Style of every cell of a column that has no other, by column. */
  readonly columnStyles: ReadonlyMap<number, CellStyle>;
  readonly width: number;
}

/** Excel refuses a sheet with more. */
const MOST_LINKS = 65_530;
/** For a cell without a look in a column that has one. */
const PLAIN: CellStyle = {};

/** The cells of a tab: values as entered, with their looks. Formats below the last row in use are left out. */
export function cellsOf(workbook: Workbook, sheet: Sheet, names: SheetNames, styles: CellStyles): Cells {
  const rows: CellValue[][] = [];
  const cells = new Map<string, Partial<ExcelCell>>();
  const columnStyles = columnStylesOf(sheet, styles);
  let width = 0;
  let links = 0;
  for (let row = 0; row < sheet.cells.length; row += 1) {
    const line: CellValue[] = [];
    for (let column = 0; column < sheet.cells.width(row); column += 1) {
      const { value = null, ...more } = excelCell(workbook, sheet, names, row, column);
      const style = styles.of(shownFormat(workbook, sheet, row, column));
      line.push(value);
      if (more.hyperlink !== undefined) links += 1;
      if (links > MOST_LINKS) delete more.hyperlink;
      if (style !== columnStyles.get(column)) cells.set(`${row},${column}`, { ...more, style: style ?? PLAIN });
      else if (!isEmpty(more)) cells.set(`${row},${column}`, more);
    }
    width = Math.max(width, line.length);
    rows.push(line);
  }
  return { rows, cells, columnStyles, width };
}

function columnStylesOf(sheet: Sheet, styles: CellStyles): Map<number, CellStyle> {
  const found = new Map<number, CellStyle>();
  for (const [column, format] of sheet.cells.columnFormatEntries()) {
    const style = styles.of(format);
    if (style !== undefined) found.set(column, style);
  }
  return found;
}

function excelCell(
  workbook: Workbook,
  sheet: Sheet,
  names: SheetNames,
  row: number,
  column: number,
): Partial<ExcelCell> {
  const entered = sheet.cells.value(row, column);
  const extras = sheet.cells.extras(row, column);
  const format = sheet.cells.format(row, column);
  if (isFormula(entered)) {
    const cell = formulaCell(workbook, sheet, names, row, column, entered);
    const note = cleanText(stringOf(extras?.note) ?? '');
    return note === '' ? cell : { ...cell, comment: { text: note } };
  }
  if (extras === undefined && format?.textFormat === undefined) return valueCell(entered);
  const note = cleanText(stringOf(extras?.note) ?? '');
  const uri = cellLink(sheet, row, column);
  const link = uri === undefined ? undefined : hyperlink(workbook, names, uri);
  const runs = typeof entered === 'string' ? richText(entered, extras?.textFormatRuns, format) : undefined;
  return {
    ...(runs === undefined ? valueCell(entered) : { richText: runs }),
    ...(link !== undefined && { hyperlink: link }),
    ...(note !== '' && { comment: { text: note } }),
  };
}

function formulaCell(
  workbook: Workbook,
  sheet: Sheet,
  names: SheetNames,
  row: number,
  column: number,
  entered: FormulaCell,
): Partial<ExcelCell> {
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

function isEmpty(object: object): boolean {
  for (const _ in object) return false;
  return true;
}
