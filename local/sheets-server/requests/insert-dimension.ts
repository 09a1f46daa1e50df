import { invalid } from '../api-error.ts';
import { insertColumns, insertRows } from '../structure/dimensions.ts';
import { checkCellCount } from '../structure/resize.ts';
import { dimensionRange } from './dimension-range.ts';
import { inheritFormats } from './inherit-formats.ts';
import { requestKind } from './request-kind.ts';

export const insertDimension = requestKind({
  name: 'insertDimension',
  check(draft, request) {
    const range = dimensionRange(draft, request, 'range', true);
    const before = request.inheritFromBefore === true;
    const count = range.dimension === 'ROWS' ? range.sheet.state.rowCount : range.sheet.state.columnCount;
    if (!before && range.start >= count)
      throw invalid(
        `range.startIndex[${range.start}] must be less than the grid size (${count}) if inheritFromBefore is false.`,
      );
    if (before && range.start === 0) throw invalid('inheritFromBefore cannot be true when inserting at index 0.');
    return { ...range, before };
  },
  apply(draft, { sheet, dimension, start, end, before }) {
    if (dimension === 'ROWS') insertRows(draft, sheet, start, end - start);
    else insertColumns(draft, sheet, start, end - start);
    inheritFormats(sheet, dimension, start, end, before ? start - 1 : end);
    checkCellCount(draft);
    return {};
  },
});
