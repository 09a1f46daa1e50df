import { requestKind } from './request-kind.ts';
import { requireSheet } from './require.ts';

export const clearBasicFilter = requestKind({
  name: 'clearBasicFilter',
  check: (draft, request) => requireSheet(draft, request),
  apply(_draft, sheet) {
    sheet.state.basicFilter = undefined;
    return {};
  },
});
