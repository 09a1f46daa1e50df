import { mergeMasked, updateMask } from '../field-mask.ts';
import { gridRange, gridRangeJson } from '../range.ts';
import { checkName, requireNamedRange } from './named-range.ts';
import { requestKind } from './request-kind.ts';
import { requireObject, requireString } from './require.ts';

export const updateNamedRange = requestKind({
  name: 'updateNamedRange',
  check(draft, request) {
    const given = requireObject(request, 'namedRange');
    const present = requireNamedRange(draft, requireString(given, 'namedRangeId'));
    const next = mergeMasked(present, given, updateMask(request.fields));
    const name = requireString(next, 'name');
    checkName(draft, name, present);
    const range = gridRange(draft, requireObject(next, 'range'), 'namedRange.range');
    return { present, next: { namedRangeId: present.namedRangeId, name, range: gridRangeJson(range) } };
  },
  apply(draft, { present, next }) {
    draft.state.namedRanges = draft.state.namedRanges.map((named) => (named === present ? next : named));
    return {};
  },
});
