import { mergeMasked, parseMask } from '../field-mask.ts';
import { objectOf, stringOf } from '../json.ts';
import { checkPosition } from './chart-position.ts';
import { removeItem, replaceItem, requireItem } from './collection-item.ts';
import { requestKind } from './request-kind.ts';
import { requireNumber, requireObject } from './require.ts';

export const updateEmbeddedObjectPosition = requestKind({
  name: 'updateEmbeddedObjectPosition',
  check(draft, request) {
    const found = requireItem(draft, 'charts', 'chartId', requireNumber(request, 'objectId'), 'embedded object');
    const given = requireObject(request, 'newPosition');
    const fields = stringOf(request.fields) ?? '*';
    // The mask's root is `newPosition.overlayPosition`, as the documentation says.
    const present = objectOf(objectOf(found.item.position).overlayPosition);
    const overlayPosition = mergeMasked(present, objectOf(given.overlayPosition), parseMask(fields));
    return { found, ...checkPosition(draft, { overlayPosition }) };
  },
  apply(_draft, { found, sheet, position }) {
    const next = { ...found.item, position };
    if (sheet === found.sheet) replaceItem(found, 'charts', next);
    else {
      removeItem(found, 'charts');
      sheet.replaceList('charts', [...sheet.list('charts'), next]);
    }
    return { updateEmbeddedObjectPosition: { position } };
  },
});
