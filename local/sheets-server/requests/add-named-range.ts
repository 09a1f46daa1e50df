import { invalid } from '../api-error.ts';
import { stringOf } from '../json.ts';
import { gridRange, gridRangeJson } from '../range.ts';
import { checkName, namedRangeById } from './named-range.ts';
import { requestKind } from './request-kind.ts';
import { requireObject, requireString } from './require.ts';

export const addNamedRange = requestKind({
  name: 'addNamedRange',
  check(draft, request) {
    const given = requireObject(request, 'namedRange');
    const name = requireString(given, 'name');
    checkName(draft, name);
    const id = stringOf(given.namedRangeId);
    if (id !== undefined && namedRangeById(draft, id) !== undefined)
      throw invalid(`A named range with id: ${id} already exists.`);
    return { id, name, range: gridRange(draft, requireObject(given, 'range'), 'namedRange.range') };
  },
  apply(draft, { id, name, range }, mint) {
    const namedRangeId = id ?? String(mint.number((number) => namedRangeById(draft, String(number)) !== undefined));
    const namedRange = { namedRangeId, name, range: gridRangeJson(range) };
    draft.state.namedRanges = [...draft.state.namedRanges, namedRange];
    return { addNamedRange: { namedRange } };
  },
});
