import { withoutEmpty } from '../json.ts';
import { gridRange, gridRangeJson } from '../range.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';

export const setBasicFilter = requestKind({
  name: 'setBasicFilter',
  check(draft, request) {
    const filter = requireObject(request, 'filter');
    return { filter, range: gridRange(draft, requireObject(filter, 'range'), 'filter.range') };
  },
  apply(_draft, { filter, range }) {
    range.sheet.state.basicFilter = { ...withoutEmpty(filter), range: gridRangeJson(range) };
    return {};
  },
});
