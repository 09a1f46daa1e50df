import { mergeMasked, parseMask } from '../field-mask.ts';
import { objectOf, stringOf } from '../json.ts';
import { checkPosition } from './chart-position.ts';
import { removeItem, replaceItem } from './collection-item.ts';
import { requireEmbeddedObject } from './embedded-object.ts';
import { requestKind } from './request-kind.ts';
import { requireNumber, requireObject } from './require.ts';

export const updateEmbeddedObjectPosition = requestKind({
  name: 'updateEmbeddedObjectPosition',
  check(draft, request) {
    const { found, collection } = requireEmbeddedObject(draft, requireNumber(request, 'objectId'));
    const given = requireObject(request, 'newPosition');
    const fields = stringOf(request.fields) ?? '*';
    // The mask's root is `newPosition.overlayPosition`, as the documentation says.
    const present = objectOf(objectOf(found.item.position).overlayPosition);
    const overlayPosition = mergeMasked(present, objectOf(given.overlayPosition), parseMask(fields));
    return { found, collection, ...checkPosition(draft, { overlayPosition }) };
  },
  apply(_draft, { found, collection, sheet, position }) {
    const next = { ...found.item, position };
    if (sheet === found.sheet) replaceItem(found, collection, next);
    else {
      removeItem(found, collection);
      sheet.replaceList(collection, [...sheet.list(collection), next]);
    }
    return { updateEmbeddedObjectPosition: { position } };
  },
});
