import { findItem, freeId } from './collection-item.ts';
import { checkProtection } from './protected-range.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';

export const addProtectedRange = requestKind({
  name: 'addProtectedRange',
  check(draft, request) {
    const given = requireObject(request, 'protectedRange');
    const id = freeId(draft, 'protectedRanges', given, 'protectedRangeId', 'protected range');
    return { id, ...checkProtection(draft, given) };
  },
  apply(draft, { id, sheet, kept }, mint) {
    const taken = (number: number) => findItem(draft, 'protectedRanges', 'protectedRangeId', number) !== undefined;
    const protectedRange = { ...kept, protectedRangeId: id ?? mint.number(taken) };
    sheet.replaceList('protectedRanges', [...sheet.list('protectedRanges'), protectedRange]);
    return { addProtectedRange: { protectedRange } };
  },
});
