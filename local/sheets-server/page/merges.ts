import { numberOf } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';

export interface Merges {
  /** Whether another cell lies over this one. */
  covered(row: number, column: number): boolean;
  span(row: number, column: number): { readonly rows: number; readonly columns: number } | undefined;
}

/** Merged cells by place; a merge of many rows is kept as its corner and the cells below it. */
export function mergesOf(sheet: Sheet): Merges {
  const spans = new Map<string, { rows: number; columns: number }>();
  const hidden = new Set<string>();
  for (const merge of sheet.list('merges')) {
    const startRow = numberOf(merge.startRowIndex) ?? 0;
    const startColumn = numberOf(merge.startColumnIndex) ?? 0;
    const endRow = numberOf(merge.endRowIndex) ?? startRow + 1;
    const endColumn = numberOf(merge.endColumnIndex) ?? startColumn + 1;
    spans.set(`${startRow},${startColumn}`, { rows: endRow - startRow, columns: endColumn - startColumn });
    for (let row = startRow; row < endRow; row += 1)
      for (let column = startColumn; column < endColumn; column += 1)
        if (row !== startRow || column !== startColumn) hidden.add(`${row},${column}`);
  }
  return {
    covered: (row, column) => hidden.size > 0 && hidden.has(`${row},${column}`),
    span: (row, column) => (spans.size > 0 ? spans.get(`${row},${column}`) : undefined),
  };
}
