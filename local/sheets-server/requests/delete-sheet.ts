import { invalid } from '../api-error.ts';
import { numberOf, objectOf } from '../json.ts';
import { locationOf } from '../metadata/location.ts';
import { requestKind } from './request-kind.ts';
import { requireSheet } from './require.ts';

export const deleteSheet = requestKind({
  name: 'deleteSheet',
  check(draft, request) {
    const sheet = requireSheet(draft, request);
    if (draft.sheets.length === 1) throw invalid("You can't remove all the sheets in a document.");
    if (draft.sheets.filter((other) => other !== sheet && other.state.properties.hidden !== true).length === 0)
      throw invalid("You can't remove all the visible sheets in a document.");
    return sheet;
  },
  apply(draft, sheet) {
    draft.sheets = draft.sheets.filter((other) => other !== sheet);
    draft.state.namedRanges = draft.state.namedRanges.filter(
      (named) => (numberOf(objectOf(named.range).sheetId) ?? 0) !== sheet.id,
    );
    // What stood on the tab or on its rows and columns has no place left.
    draft.state.developerMetadata = draft.state.developerMetadata.filter((item) => locationOf(draft, item));
    return {};
  },
});
