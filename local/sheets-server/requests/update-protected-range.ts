import { mergeMasked, updateMask } from '../field-mask.ts';
import { removeItem, replaceItem, requireItem } from './collection-item.ts';
import { checkProtection } from './protected-range.ts';
import { requestKind } from './request-kind.ts';
import { requireNumber, requireObject } from './require.ts';

export const updateProtectedRange = requestKind({
  name: 'updateProtectedRange',
  check(draft, request) {
    const given = requireObject(request, 'protectedRange');
    const id = requireNumber(given, 'protectedRangeId');
    const found = requireItem(draft, 'protectedRanges', 'protectedRangeId', id, 'protected range');
    const next = mergeMasked(found.item, { ...given, protectedRangeId: id }, updateMask(request.fields));
    return { found, id, ...checkProtection(draft, next) };
  },
  apply(_draft, { found, id, sheet, kept }) {
    const next = { ...kept, protectedRangeId: id };
    if (sheet === found.sheet) replaceItem(found, 'protectedRanges', next);
    else {
      removeItem(found, 'protectedRanges');
      sheet.replaceList('protectedRanges', [...sheet.list('protectedRanges'), next]);
    }
    return {};
  },
});
