import { invalid } from '../api-error.ts';
import { resize } from '../structure/resize.ts';
import { requireDimension } from './dimension-range.ts';
import { requestKind } from './request-kind.ts';
import { requireNumber, requireSheet } from './require.ts';

export const appendDimension = requestKind({
  name: 'appendDimension',
  check(draft, request) {
    const length = requireNumber(request, 'length');
    if (length < 1) throw invalid('length must be at least 1.');
    return { sheet: requireSheet(draft, request), dimension: requireDimension(request), length };
  },
  apply(draft, { sheet, dimension, length }) {
    const { rowCount, columnCount } = sheet.state;
    if (dimension === 'ROWS') resize(draft, sheet, rowCount + length, columnCount);
    else resize(draft, sheet, rowCount, columnCount + length);
    return {};
  },
});
