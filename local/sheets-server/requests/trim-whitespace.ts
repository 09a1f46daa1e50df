import { gridRange } from '../range.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';

/** Takes white space from both ends of text, and all but one space between words. */
export const trimWhitespace = requestKind({
  name: 'trimWhitespace',
  check: (draft, request) => gridRange(draft, requireObject(request, 'range')),
  apply(_draft, { sheet, startRow, endRow, startColumn, endColumn }) {
    let count = 0;
    for (let row = startRow; row < Math.min(endRow, sheet.cells.length); row += 1) {
      for (let column = startColumn; column < endColumn; column += 1) {
        const value = sheet.cells.value(row, column);
        if (typeof value !== 'string') continue;
        const trimmed = value.trim().replace(/\s+/g, ' ');
        if (trimmed === value) continue;
        sheet.cells.setValue(row, column, trimmed === '' ? undefined : trimmed);
        count += 1;
      }
    }
    return { trimWhitespace: count === 0 ? {} : { cellsChangedCount: count } };
  },
});
