import { mergeMasked, updateMask } from '../field-mask.ts';
import { objectOf } from '../json.ts';
import { gridRange } from '../range.ts';
import { replaceItem, requireItem } from './collection-item.ts';
import { requestKind } from './request-kind.ts';
import { requireNumber, requireObject } from './require.ts';

export const updateSlicerSpec = requestKind({
  name: 'updateSlicerSpec',
  check(draft, request) {
    const found = requireItem(draft, 'slicers', 'slicerId', requireNumber(request, 'slicerId'), 'slicer');
    const given = requireObject(request, 'spec');
    const spec = mergeMasked(objectOf(found.item.spec), given, updateMask(request.fields));
    gridRange(draft, requireObject(spec, 'dataRange'), 'spec.dataRange');
    return { found, spec };
  },
  apply(_draft, { found, spec }) {
    replaceItem(found, 'slicers', { ...found.item, spec });
    return {};
  },
});
