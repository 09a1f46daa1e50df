import { removeItem, requireItem } from './collection-item.ts';
import { requestKind } from './request-kind.ts';
import { requireNumber } from './require.ts';

export const deleteFilterView = requestKind({
  name: 'deleteFilterView',
  check: (draft, request) =>
    requireItem(draft, 'filterViews', 'filterViewId', requireNumber(request, 'filterId'), 'filter view'),
  apply(_draft, found) {
    removeItem(found, 'filterViews');
    return {};
  },
});
