import { mergeMasked, updateMask } from '../field-mask.ts';
import { type JsonObject, objectOf } from '../json.ts';
import type { Workbook } from '../model/workbook.ts';
import { checkPlace, overCells, type Place, settle } from './chart-position.ts';
import { removeItem, replaceItem } from './collection-item.ts';
import { type EmbeddedObject, removeEmptyObjectSheet, requireEmbeddedObject } from './embedded-object.ts';
import { requestKind } from './request-kind.ts';
import { requireNumber, requireObject } from './require.ts';

export const updateEmbeddedObjectPosition = requestKind({
  name: 'updateEmbeddedObjectPosition',
  check(draft, request) {
    const object = requireEmbeddedObject(draft, requireNumber(request, 'objectId'));
    return { object, place: nextPlace(draft, object, requireObject(request, 'newPosition'), request) };
  },
  apply(draft, { object: { found, collection }, place }, mint) {
    const { sheet, position } = settle(draft, place, mint);
    const next = { ...found.item, position };
    if (sheet === found.sheet) replaceItem(found, collection, next);
    else {
      removeItem(found, collection);
      sheet.replaceList(collection, [...sheet.list(collection), next]);
      removeEmptyObjectSheet(draft, found.sheet);
    }
    return { updateEmbeddedObjectPosition: { position } };
  },
});

/** The mask's root is `newPosition.overlayPosition`, and it says nothing about a tab of its own, as the documentation says. */
function nextPlace(draft: Workbook, { found }: EmbeddedObject, given: JsonObject, request: JsonObject): Place {
  if (given.overlayPosition === undefined) return checkPlace(draft, given);
  const present = objectOf(objectOf(found.item.position).overlayPosition);
  return overCells(draft, mergeMasked(present, objectOf(given.overlayPosition), updateMask(request.fields)));
}
