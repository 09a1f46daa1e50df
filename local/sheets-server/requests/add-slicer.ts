import { invalid } from '../api-error.ts';
import { isObject, objectOf } from '../json.ts';
import { gridRange } from '../range.ts';
import { overCells } from './chart-position.ts';
import { findItem, freeId } from './collection-item.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';

/** A slicer is kept and shown; it hides no rows here. */
export const addSlicer = requestKind({
  name: 'addSlicer',
  check(draft, request) {
    const slicer = requireObject(request, 'slicer');
    const id = freeId(draft, 'slicers', slicer, 'slicerId', 'embedded object');
    const spec = requireObject(slicer, 'spec');
    if (!isObject(spec.dataRange)) throw invalid('Must specify dataRange.');
    gridRange(draft, spec.dataRange, 'slicer.spec.dataRange');
    return { id, spec, ...overCells(draft, objectOf(requireObject(slicer, 'position').overlayPosition)) };
  },
  apply(draft, { id, spec, sheet, position }, mint) {
    const slicerId = id ?? mint.number((number) => findItem(draft, 'slicers', 'slicerId', number) !== undefined);
    const slicer = { slicerId, spec, position };
    sheet.replaceList('slicers', [...sheet.list('slicers'), slicer]);
    return { addSlicer: { slicer } };
  },
});
