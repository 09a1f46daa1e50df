import type { Sparkline } from 'hucre';
import { columnLetters } from '../../a1.ts';
import { isFormula } from '../../model/cell.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Workbook } from '../../model/workbook.ts';
import { resolveA1 } from '../../range.ts';
import { absoluteRange } from './absolute-range.ts';
import type { SheetNames } from './sheet-names.ts';

const SPARKLINE = /^=\s*SPARKLINE\(\s*([^,;{}()"]+?)\s*(?:[,;]\s*\{([^{}]*)\}\s*)?\)\s*$/i;
const TYPES = { line: 'line', column: 'column', winloss: 'stacked' } as const;

/** The `SPARKLINE` formulas of a tab that draw a range of cells, as Excel's own sparklines in the same cells. */
export function sparklinesOf(workbook: Workbook, sheet: Sheet, names: SheetNames): Sparkline[] {
  const drawn: Sparkline[] = [];
  for (let row = 0; row < sheet.cells.length; row += 1)
    for (let column = 0; column < (sheet.cells.row(row)?.values.length ?? 0); column += 1) {
      const value = sheet.cells.value(row, column);
      const match = isFormula(value) ? SPARKLINE.exec(value.formula) : null;
      const sparkline = match && sparklineOf(workbook, sheet, names, match[1] ?? '', match[2] ?? '');
      if (sparkline) drawn.push({ ...sparkline, location: `${columnLetters(column)}${row + 1}` });
    }
  return drawn;
}

function sparklineOf(workbook: Workbook, sheet: Sheet, names: SheetNames, reference: string, options: string) {
  const wanted = /"charttype"\s*[,;\\]\s*"(\w+)"/i.exec(options)?.[1]?.toLowerCase() ?? 'line';
  const type = Object.entries(TYPES).find(([word]) => word === wanted)?.[1];
  const colour = /"color1?"\s*[,;\\]\s*"#([0-9a-f]{6})"/i.exec(options)?.[1]?.toUpperCase();
  const dataRange = rangeOf(workbook, sheet, names, reference);
  // The writer does not escape this text.
  if (type === undefined || dataRange === undefined || /[&<>]/.test(dataRange)) return undefined;
  return { type, dataRange, ...(colour !== undefined && { color: colour }) };
}

function rangeOf(workbook: Workbook, sheet: Sheet, names: SheetNames, reference: string): string | undefined {
  const own = `'${sheet.title.replaceAll("'", "''")}'!`;
  try {
    return absoluteRange(names, resolveA1(workbook, reference.includes('!') ? reference : own + reference));
  } catch {
    return undefined;
  }
}
