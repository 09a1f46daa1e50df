import { quoteTitle } from '../a1.ts';
import { effectiveValue } from '../cell-view.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { type Range, resolveA1 } from '../range.ts';
import type { CellWire } from './wire.ts';

const SPARKLINE =
  /^=\s*SPARKLINE\(\s*((?:'(?:[^']|'')*'!|[\p{L}_][\p{L}\p{N}_.]*!)?\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?\d+)\s*([,;].*)?\)\s*$/isu;

/** What a `=SPARKLINE(range)` draws: the range's numbers; undefined when the formula is another. */
export function sparkline(workbook: Workbook, sheet: Sheet, formula: string): CellWire['spark'] {
  const match = SPARKLINE.exec(formula);
  if (!match) return undefined;
  const reference = match[1] ?? '';
  const range = tryResolve(workbook, reference.includes('!') ? reference : `${quoteTitle(sheet.title)}!${reference}`);
  const kind = /"charttype"[,;\\]\s*"(column|bar)"/i.test(match[2] ?? '') ? 'columns' : 'line';
  return { kind, values: range === undefined ? [] : numbersOf(workbook, range) };
}

function tryResolve(workbook: Workbook, text: string): Range | undefined {
  try {
    return resolveA1(workbook, text);
  } catch {
    return undefined;
  }
}

function numbersOf(workbook: Workbook, range: Range): number[] {
  const values: number[] = [];
  for (let row = range.startRow; row < range.endRow; row += 1)
    for (let column = range.startColumn; column < range.endColumn; column += 1) {
      const value = effectiveValue(workbook, range.sheet, row, column);
      if (typeof value === 'number') values.push(value);
    }
  return values;
}
