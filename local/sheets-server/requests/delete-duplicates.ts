import { invalid } from '../api-error.ts';
import { effectiveValue } from '../cell-view.ts';
import { arrayOf } from '../json.ts';
import { gridRange } from '../range.ts';
import { dimensionRange } from './dimension-range.ts';
import { clearedRows, takeRows, writeRows } from './range-rows.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';

/** Keeps the first of the rows whose values are equal, whatever their case and format; the rows below move up. */
export const deleteDuplicates = requestKind({
  name: 'deleteDuplicates',
  check(draft, request) {
    const range = gridRange(draft, requireObject(request, 'range'));
    const columns = arrayOf(request.comparisonColumns).flatMap((item) => {
      const { start, end, dimension, sheet } = dimensionRange(draft, { range: item });
      if (dimension !== 'COLUMNS' || sheet !== range.sheet || start < range.startColumn || end > range.endColumn)
        throw invalid('comparisonColumns must be columns of the range.');
      return Array.from({ length: end - start }, (_, offset) => start + offset);
    });
    const every = Array.from(
      { length: range.endColumn - range.startColumn },
      (_, offset) => range.startColumn + offset,
    );
    return { range, columns: columns.length === 0 ? every : columns };
  },
  apply(draft, { range, columns }) {
    const { sheet, startRow } = range;
    const last = Math.min(range.endRow, sheet.cells.length);
    const seen = new Set<string>();
    const kept: number[] = [];
    for (let row = startRow; row < last; row += 1) {
      const values = columns.map((column) => effectiveValue(draft, sheet, row, column) ?? null);
      const key = JSON.stringify(values.map((value) => (typeof value === 'string' ? value.toLowerCase() : value)));
      if (!seen.has(key)) kept.push(row);
      seen.add(key);
    }
    const removed = Math.max(0, last - startRow) - kept.length;
    if (removed === 0) return { deleteDuplicates: {} };
    writeRows(range, takeRows(range, kept));
    writeRows({ ...range, startRow: startRow + kept.length }, clearedRows(range, removed));
    return { deleteDuplicates: { duplicatesRemovedCount: removed } };
  },
});
