import { invalid } from '../api-error.ts';
import { numberOf, objectOf } from '../json.ts';
import { deleteColumns, deleteRows } from '../structure/dimensions.ts';
import { dimensionRange } from './dimension-range.ts';
import { requestKind } from './request-kind.ts';

export const deleteDimension = requestKind({
  name: 'deleteDimension',
  check(draft, request) {
    const range = dimensionRange(draft, request, 'range', true);
    const { state } = range.sheet;
    const count = range.dimension === 'ROWS' ? state.rowCount : state.columnCount;
    const what = range.dimension === 'ROWS' ? 'row' : 'column';
    if (range.end > count)
      throw invalid(
        `Cannot delete a ${what} that doesn't exist. Tried to delete ${what} index ${Math.max(range.start, count)} but there are only ${count} ${what}s.`,
      );
    if (range.end - range.start >= count)
      throw invalid(`You can't delete all the ${range.dimension.toLowerCase()} on the sheet.`);
    const grid = objectOf(state.properties.gridProperties);
    const frozen = numberOf(range.dimension === 'ROWS' ? grid.frozenRowCount : grid.frozenColumnCount) ?? 0;
    const kept = Math.max(0, range.start - frozen) + count - Math.max(range.end, frozen);
    if (frozen > 0 && kept === 0) throw invalid(`Sorry, it is not possible to delete all non-frozen ${what}s.`);
    return range;
  },
  apply(draft, { sheet, dimension, start, end }) {
    if (dimension === 'ROWS') deleteRows(draft, sheet, start, end - start);
    else deleteColumns(draft, sheet, start, end - start);
    return {};
  },
});
