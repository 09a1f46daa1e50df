import { evaluate } from '../formula/evaluate.ts';
import { isFormula } from '../model/cell.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { cellLink } from './cell-link.ts';

const HYPERLINK = /^=\s*HYPERLINK\(/i;

/** Where a cell leads to, also by a `HYPERLINK` whose address is computed. */
export function computedLink(workbook: Workbook, sheet: Sheet, row: number, column: number): string | undefined {
  const link = cellLink(sheet, row, column);
  const entered = sheet.cells.value(row, column);
  if (link !== undefined || !isFormula(entered)) return link;
  const start = HYPERLINK.exec(entered.formula)?.[0].length;
  if (start === undefined) return undefined;
  const address = evaluate(workbook, sheet, `=${firstArgument(entered.formula.slice(start))}`, row, column);
  return typeof address === 'string' ? address : undefined;
}

/** Up to the comma, semicolon or bracket that ends it. */
function firstArgument(rest: string): string {
  let depth = 0;
  for (const { 0: part, index } of rest.matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[^"']/g)) {
    if (depth === 0 && /^[,;)]$/.test(part)) return rest.slice(0, index);
    if (/^[({]$/.test(part)) depth += 1;
    else if (/^[)}]$/.test(part)) depth -= 1;
  }
  return rest;
}
