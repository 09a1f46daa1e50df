import { mergeMasked, updateMask } from '../field-mask.ts';
import { objectOf } from '../json.ts';
import { replaceItem } from './collection-item.ts';
import { requireEmbeddedObject } from './embedded-object.ts';
import { requestKind } from './request-kind.ts';
import { requireNumber, requireObject } from './require.ts';

export const updateEmbeddedObjectBorder = requestKind({
  name: 'updateEmbeddedObjectBorder',
  check(draft, request) {
    const object = requireEmbeddedObject(draft, requireNumber(request, 'objectId'));
    const given = requireObject(request, 'border');
    return { ...object, border: mergeMasked(objectOf(object.found.item.border), given, updateMask(request.fields)) };
  },
  apply(_draft, { found, collection, border }) {
    replaceItem(found, collection, { ...found.item, border });
    return {};
  },
});
