import { gridRange } from '../range.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';
import { sortKeys, sortRows } from './sort-rows.ts';

export const sortRange = requestKind({
  name: 'sortRange',
  check(draft, request) {
    const range = gridRange(draft, requireObject(request, 'range'));
    return { range, keys: sortKeys(range, request.sortSpecs) };
  },
  apply(draft, { range, keys }) {
    sortRows(draft, range, keys);
    return {};
  },
});
