import { removeItem, requireItem } from './collection-item.ts';
import { requestKind } from './request-kind.ts';
import { requireNumber } from './require.ts';

export const deleteBanding = requestKind({
  name: 'deleteBanding',
  check: (draft, request) =>
    requireItem(draft, 'bandedRanges', 'bandedRangeId', requireNumber(request, 'bandedRangeId'), 'banded range'),
  apply(_draft, found) {
    removeItem(found, 'bandedRanges');
    return {};
  },
});
