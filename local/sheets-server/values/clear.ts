import { within } from '../api-error.ts';
import { resolveFilters } from '../data-filter.ts';
import { arrayOf, stringOf } from '../json.ts';
import type { WriteOperation } from '../operation.ts';
import { formatRange, type Range, resolveA1 } from '../range.ts';

export const valuesClear: WriteOperation = {
  name: 'values.clear',
  writes: true,
  run(draft, input) {
    const range = resolveA1(draft, input.path.range ?? '');
    clearValues(range);
    return { spreadsheetId: draft.id, clearedRange: formatRange(range) };
  },
};

export const valuesBatchClear: WriteOperation = {
  name: 'values.batchClear',
  writes: true,
  run(draft, { body }) {
    const ranges = arrayOf(body.ranges).map((text, index) =>
      within(`range[${index}]`, () => resolveA1(draft, stringOf(text) ?? '')),
    );
    for (const range of ranges) clearValues(range);
    return { spreadsheetId: draft.id, clearedRanges: ranges.map(formatRange) };
  },
};

export const valuesBatchClearByDataFilter: WriteOperation = {
  name: 'values.batchClearByDataFilter',
  writes: true,
  run(draft, { body }) {
    const ranges = resolveFilters(draft, body.dataFilters).map(({ range }) => range);
    for (const range of ranges) clearValues(range);
    return { spreadsheetId: draft.id, ...(ranges.length === 0 ? {} : { clearedRanges: ranges.map(formatRange) }) };
  },
};

/** Values only: formats, notes and validation stay. */
function clearValues({ sheet, startRow, endRow, startColumn, endColumn }: Range): void {
  const last = Math.min(endRow, sheet.cells.length);
  for (let row = startRow; row < last; row += 1) {
    const end = Math.min(endColumn, sheet.cells.row(row)?.values.length ?? 0);
    for (let column = startColumn; column < end; column += 1) sheet.cells.setValue(row, column, undefined);
  }
}
