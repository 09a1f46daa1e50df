import { invalid } from '../api-error.ts';
import { mergeMasked, updateMask } from '../field-mask.ts';
import { checkBanding } from './add-banding.ts';
import { replaceItem, requireItem } from './collection-item.ts';
import { requestKind } from './request-kind.ts';
import { requireNumber, requireObject } from './require.ts';

export const updateBanding = requestKind({
  name: 'updateBanding',
  check(draft, request) {
    const given = requireObject(request, 'bandedRange');
    const id = requireNumber(given, 'bandedRangeId');
    const found = requireItem(draft, 'bandedRanges', 'bandedRangeId', id, 'banded range');
    const merged = mergeMasked(found.item, { ...given, bandedRangeId: id }, updateMask(request.fields));
    const { sheet, banding } = checkBanding(draft, { ...merged, bandedRangeId: id }, found.item);
    if (sheet !== found.sheet) throw invalid('A banded range cannot move to another sheet.');
    return { found, banding };
  },
  apply(_draft, { found, banding }) {
    replaceItem(found, 'bandedRanges', banding);
    return {};
  },
});
