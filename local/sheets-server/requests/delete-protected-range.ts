import { removeItem, requireItem } from './collection-item.ts';
import { requestKind } from './request-kind.ts';
import { requireNumber } from './require.ts';

export const deleteProtectedRange = requestKind({
  name: 'deleteProtectedRange',
  check: (draft, request) =>
    requireItem(
      draft,
      'protectedRanges',
      'protectedRangeId',
      requireNumber(request, 'protectedRangeId'),
      'protected range',
    ),
  apply(_draft, found) {
    removeItem(found, 'protectedRanges');
    return {};
  },
});
