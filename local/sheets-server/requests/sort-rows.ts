import { invalid } from '../api-error.ts';
import { effectiveValue } from '../cell-view.ts';
import { arrayOf, type Json, numberOf, objectOf } from '../json.ts';
import type { PlainValue } from '../model/cell.ts';
import type { Workbook } from '../model/workbook.ts';
import type { Range } from '../range.ts';
import { takeRows, writeRows } from './range-rows.ts';

export interface SortKey {
  /** Of the tab, not of the range. */
  readonly column: number;
  /** 1 ascending, -1 descending. */
  readonly factor: number;
}

/** Google's `SortSpec`s, checked against the range that they sort. */
export const sortKeys = (range: Range, specs: Json | undefined): readonly SortKey[] =>
  arrayOf(specs).map((spec) => {
    const column = numberOf(objectOf(spec).dimensionIndex) ?? 0;
    if (column < range.startColumn || column >= range.endColumn)
      throw invalid(`sortSpecs.dimensionIndex[${column}] is outside of the range.`);
    return { column, factor: objectOf(spec).sortOrder === 'DESCENDING' ? -1 : 1 };
  });

/** Numbers, then text, then booleans, as Sheets orders them; empty cells last in either direction. Equal rows keep their order. */
export function sortRows(draft: Workbook, range: Range, keys: readonly SortKey[]): void {
  const last = Math.min(range.endRow, range.sheet.cells.length);
  const rows = Array.from({ length: Math.max(0, last - range.startRow) }, (_, offset) => ({
    row: range.startRow + offset,
    keys: keys.map(({ column }) => effectiveValue(draft, range.sheet, range.startRow + offset, column)),
  }));
  rows.sort((a, b) => {
    for (const [index, { factor }] of keys.entries()) {
      const order = compare(a.keys[index], b.keys[index], factor);
      if (order !== 0) return order;
    }
    return a.row - b.row;
  });
  const order = rows.map(({ row }) => row);
  writeRows(range, takeRows(range, order));
}

const rank = (value: PlainValue) =>
  typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : typeof value === 'boolean' ? 2 : 3;

function compare(a: PlainValue | undefined, b: PlainValue | undefined, factor: number): number {
  if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
  const ranks = rank(a) - rank(b);
  if (ranks !== 0) return ranks * factor;
  if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b) * factor;
  return (Number(a) - Number(b)) * factor || 0;
}

const collator = new Intl.Collator('en');
