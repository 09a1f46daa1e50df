import { removeItem, requireItem } from './collection-item.ts';
import { requestKind } from './request-kind.ts';
import { requireNumber } from './require.ts';

export const deleteEmbeddedObject = requestKind({
  name: 'deleteEmbeddedObject',
  check: (draft, request) =>
    requireItem(draft, 'charts', 'chartId', requireNumber(request, 'objectId'), 'embedded object'),
  apply(_draft, found) {
    removeItem(found, 'charts');
    return {};
  },
});
