import { invalid } from '../api-error.ts';
import { mergeMasked, updateMask } from '../field-mask.ts';
import { gridRange, gridRangeJson } from '../range.ts';
import { checkFilterConditions } from './check-condition.ts';
import { replaceItem, requireItem } from './collection-item.ts';
import { withBothCriteria } from './filter-specs.ts';
import { requestKind } from './request-kind.ts';
import { requireNumber, requireObject } from './require.ts';

export const updateFilterView = requestKind({
  name: 'updateFilterView',
  check(draft, request) {
    const given = requireObject(request, 'filter');
    const id = requireNumber(given, 'filterViewId');
    const found = requireItem(draft, 'filterViews', 'filterViewId', id, 'filter view');
    const mask = updateMask(request.fields);
    // Who writes the map of criteria means to replace the list.
    const { filterSpecs, ...rest } = found.item;
    const present = mask.has('criteria') || filterSpecs === undefined ? rest : found.item;
    const next = withBothCriteria(mergeMasked(present, { ...given, filterViewId: id }, mask));
    checkFilterConditions(draft, next);
    const range = gridRange(draft, requireObject(next, 'range'), 'filter.range');
    if (range.sheet !== found.sheet) throw invalid('A filter view cannot move to another sheet.');
    return { found, next: { ...next, filterViewId: id, range: gridRangeJson(range) } };
  },
  apply(_draft, { found, next }) {
    replaceItem(found, 'filterViews', next);
    return {};
  },
});
