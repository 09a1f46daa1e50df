import { removeItem } from './collection-item.ts';
import { removeEmptyObjectSheet, requireEmbeddedObject } from './embedded-object.ts';
import { requestKind } from './request-kind.ts';
import { requireNumber } from './require.ts';

export const deleteEmbeddedObject = requestKind({
  name: 'deleteEmbeddedObject',
  check: (draft, request) => requireEmbeddedObject(draft, requireNumber(request, 'objectId')),
  apply(draft, { found, collection }) {
    removeItem(found, collection);
    removeEmptyObjectSheet(draft, found.sheet);
    return {};
  },
});
