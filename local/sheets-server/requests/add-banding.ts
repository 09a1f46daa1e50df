import { invalid } from '../api-error.ts';
import { isObject, type JsonObject, withoutEmpty } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { gridRange, gridRangeJson } from '../range.ts';
import { findItem, freeId } from './collection-item.ts';
import { touches } from './merge-cells.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';

export const addBanding = requestKind({
  name: 'addBanding',
  check(draft, request) {
    const given = requireObject(request, 'bandedRange');
    const id = freeId(draft, 'bandedRanges', given, 'bandedRangeId', 'banded range');
    return { id, ...checkBanding(draft, given) };
  },
  apply(draft, { id, sheet, banding }, mint) {
    const taken = (number: number) => findItem(draft, 'bandedRanges', 'bandedRangeId', number) !== undefined;
    const bandedRange = { bandedRangeId: id ?? mint.number(taken), ...banding };
    sheet.replaceList('bandedRanges', [...sheet.list('bandedRanges'), bandedRange]);
    return { addBanding: { bandedRange } };
  },
});

/** Bands may not overlap; `own` is the one that is being changed. */
export function checkBanding(
  draft: Workbook,
  given: JsonObject,
  own?: JsonObject,
): { readonly sheet: Sheet; readonly banding: JsonObject } {
  const range = gridRange(draft, requireObject(given, 'range'), 'bandedRange.range');
  if (!isObject(given.rowProperties) && !isObject(given.columnProperties))
    throw invalid('Must specify rowProperties or columnProperties.');
  for (const other of range.sheet.list('bandedRanges'))
    if (other !== own && isObject(other.range) && touches(other.range, range))
      throw invalid(
        'You cannot add alternating background colors to a range that already has alternating background colors.',
      );
  return { sheet: range.sheet, banding: { ...withoutEmpty(given), range: gridRangeJson(range) } };
}
