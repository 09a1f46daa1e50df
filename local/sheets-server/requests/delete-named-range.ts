import { requireNamedRange } from './named-range.ts';
import { requestKind } from './request-kind.ts';
import { requireString } from './require.ts';

export const deleteNamedRange = requestKind({
  name: 'deleteNamedRange',
  check: (draft, request) => requireNamedRange(draft, requireString(request, 'namedRangeId')),
  apply(draft, named) {
    draft.state.namedRanges = draft.state.namedRanges.filter((other) => other !== named);
    return {};
  },
});
