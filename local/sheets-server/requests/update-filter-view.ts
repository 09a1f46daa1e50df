import { invalid } from '../api-error.ts';
import { mergeMasked, updateMask } from '../field-mask.ts';
import { gridRange, gridRangeJson } from '../range.ts';
import { replaceItem, requireItem } from './collection-item.ts';
import { requestKind } from './request-kind.ts';
import { requireNumber, requireObject } from './require.ts';

export const updateFilterView = requestKind({
  name: 'updateFilterView',
  check(draft, request) {
    const given = requireObject(request, 'filter');
    const id = requireNumber(given, 'filterViewId');
    const found = requireItem(draft, 'filterViews', 'filterViewId', id, 'filter view');
    const next = mergeMasked(found.item, { ...given, filterViewId: id }, updateMask(request.fields));
    const range = gridRange(draft, requireObject(next, 'range'), 'filter.range');
    if (range.sheet !== found.sheet) throw invalid('A filter view cannot move to another sheet.');
    return { found, next: { ...next, filterViewId: id, range: gridRangeJson(range) } };
  },
  apply(_draft, { found, next }) {
    replaceItem(found, 'filterViews', next);
    return {};
  },
});
