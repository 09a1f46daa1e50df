import { invalid } from '../api-error.ts';
import { deleteColumns, deleteRows } from '../structure/dimensions.ts';
import { dimensionRange } from './dimension-range.ts';
import { requestKind } from './request-kind.ts';

export const deleteDimension = requestKind({
  name: 'deleteDimension',
  check(draft, request) {
    const range = dimensionRange(draft, request);
    const count = range.dimension === 'ROWS' ? range.sheet.state.rowCount : range.sheet.state.columnCount;
    if (range.end - range.start >= count)
      throw invalid(`You can't delete all the ${range.dimension.toLowerCase()} on the sheet.`);
    return range;
  },
  apply(draft, { sheet, dimension, start, end }) {
    if (dimension === 'ROWS') deleteRows(draft, sheet, start, end - start);
    else deleteColumns(draft, sheet, start, end - start);
    return {};
  },
});
