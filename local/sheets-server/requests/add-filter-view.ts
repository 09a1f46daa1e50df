import { gridRange, gridRangeJson } from '../range.ts';
import { checkFilterConditions } from './check-condition.ts';
import { findItem, freeId } from './collection-item.ts';
import { withBothCriteria } from './filter-specs.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';

export const addFilterView = requestKind({
  name: 'addFilterView',
  check(draft, request) {
    const given = requireObject(request, 'filter');
    checkFilterConditions(draft, given);
    const id = freeId(draft, 'filterViews', given, 'filterViewId', 'filter view');
    return { id, given, range: gridRange(draft, requireObject(given, 'range'), 'filter.range') };
  },
  apply(draft, { id, given, range }, mint) {
    const taken = (number: number) => findItem(draft, 'filterViews', 'filterViewId', number) !== undefined;
    const filterViewId = id ?? mint.number(taken);
    const count = range.sheet.list('filterViews').length + 1;
    const filter = { title: `Filter ${count}`, ...withBothCriteria(given), filterViewId, range: gridRangeJson(range) };
    range.sheet.replaceList('filterViews', [...range.sheet.list('filterViews'), filter]);
    return { addFilterView: { filter } };
  },
});
