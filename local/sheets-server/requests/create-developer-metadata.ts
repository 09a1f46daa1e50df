import { invalid } from '../api-error.ts';
import { isObject, type JsonObject, numberOf, stringOf, withoutEmpty } from '../json.ts';
import type { Workbook } from '../model/workbook.ts';
import { gridRange } from '../range.ts';
import { dimensionRange } from './dimension-range.ts';
import { requestKind } from './request-kind.ts';
import { requireObject, requireSheet } from './require.ts';

/** The metadata of a workbook and of its tabs in one list; their location says where they belong. */
export const createDeveloperMetadata = requestKind({
  name: 'createDeveloperMetadata',
  check(draft, request) {
    const given = requireObject(request, 'developerMetadata');
    if ((stringOf(given.metadataKey) ?? '') === '')
      throw invalid('Developer metadata must always have a key specified.');
    const visibility = stringOf(given.visibility);
    if (visibility !== 'DOCUMENT' && visibility !== 'PROJECT')
      throw invalid('Developer metadata must always have visibility specified.');
    const id = numberOf(given.metadataId);
    if (id !== undefined && hasMetadata(draft, id)) throw invalid(`Developer metadata with ID ${id} already exists.`);
    return { id, given, location: checkLocation(draft, requireObject(given, 'location')) };
  },
  apply(draft, { id, given, location }, mint) {
    const metadataId = id ?? mint.number((number) => hasMetadata(draft, number));
    const developerMetadata = { metadataId, ...withoutEmpty(given), location };
    draft.state.developerMetadata = [...draft.state.developerMetadata, developerMetadata];
    return { createDeveloperMetadata: { developerMetadata } };
  },
});

const hasMetadata = (draft: Workbook, id: number) =>
  draft.state.developerMetadata.some((item) => numberOf(item.metadataId) === id);

export function checkLocation(draft: Workbook, location: JsonObject): JsonObject {
  if (location.spreadsheet === true) return { locationType: 'SPREADSHEET', spreadsheet: true };
  if (isObject(location.dimensionRange)) {
    const { startIndex, endIndex } = location.dimensionRange;
    if (numberOf(endIndex) === undefined || (numberOf(startIndex) === undefined && numberOf(endIndex) !== 1))
      throw invalid('DimensionRange must specify both a startIndex and an endIndex.');
    const range = dimensionRange(draft, location, 'dimensionRange');
    if (range.end - range.start !== 1) throw invalid('DimensionRange must represent a single row or column.');
    return { locationType: range.dimension === 'ROWS' ? 'ROW' : 'COLUMN', dimensionRange: location.dimensionRange };
  }
  if (location.gridRange !== undefined) gridRange(draft, requireObject(location, 'gridRange'));
  if (location.sheetId === undefined) throw invalid('Must specify a location: spreadsheet, sheetId or dimensionRange.');
  const sheet = requireSheet(draft, location);
  return { locationType: 'SHEET', sheetId: sheet.id };
}
