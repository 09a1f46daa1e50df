import { gridRange, gridRangeJson } from '../range.ts';
import { checkFilterConditions } from './check-condition.ts';
import { withBothCriteria } from './filter-specs.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';
import { sortKeys, sortRows } from './sort-rows.ts';

/** A filter that sorts does so when it is set, below its header. */
export const setBasicFilter = requestKind({
  name: 'setBasicFilter',
  check(draft, request) {
    const filter = requireObject(request, 'filter');
    checkFilterConditions(draft, filter);
    const range = gridRange(draft, requireObject(filter, 'range'), 'filter.range');
    return { filter, range, keys: sortKeys(range, filter.sortSpecs) };
  },
  apply(draft, { filter, range, keys }) {
    const body = { ...range, startRow: range.startRow + 1 };
    if (keys.length > 0 && body.startRow < body.endRow) sortRows(draft, body, keys);
    range.sheet.state.basicFilter = { ...withBothCriteria(filter), range: gridRangeJson(range) };
    return {};
  },
});
