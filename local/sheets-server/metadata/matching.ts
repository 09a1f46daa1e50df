import { invalid } from '../api-error.ts';
import { isObject, type JsonObject, numberOf, objectOf, stringOf } from '../json.ts';
import type { Workbook } from '../model/workbook.ts';
import { gridRange, type Range, resolveA1 } from '../range.ts';
import { type Location, locationOf } from './location.ts';

/** The developer metadata that a `DataFilter` selects: by lookup, or everything on a place that its range touches. */
export function matchingMetadata(workbook: Workbook, filter: JsonObject): readonly JsonObject[] {
  const { developerMetadata } = workbook.state;
  const lookup = filter.developerMetadataLookup;
  if (isObject(lookup)) return developerMetadata.filter((item) => matchesLookup(workbook, item, lookup));
  const a1 = stringOf(filter.a1Range);
  const range = a1 === undefined ? gridRange(workbook, objectOf(filter.gridRange)) : resolveA1(workbook, a1);
  return developerMetadata.filter((item) => intersects(locationOf(workbook, item), { type: 'SHEET', range }));
}

function matchesLookup(workbook: Workbook, item: JsonObject, lookup: JsonObject): boolean {
  const id = numberOf(lookup.metadataId);
  if (id !== undefined && numberOf(item.metadataId) !== id) return false;
  for (const name of ['metadataKey', 'metadataValue', 'visibility'] as const) {
    const wanted = stringOf(lookup[name]);
    if (wanted !== undefined && item[name] !== wanted) return false;
  }
  const own = locationOf(workbook, item);
  const type = stringOf(lookup.locationType);
  if (type !== undefined && own?.type !== type) return false;
  if (!isObject(lookup.metadataLocation)) return true;
  if (lookup.metadataLocation.spreadsheet === true && lookup.locationMatchingStrategy === 'INTERSECTING_LOCATION')
    throw invalid(
      'DeveloperMetadataLookup.spreadsheet is true, but locationMatchingStrategy was specified as INTERSECTING',
    );
  const place = locationOf(workbook, { location: lookup.metadataLocation });
  const exact = lookup.locationMatchingStrategy === 'EXACT_LOCATION';
  return exact ? same(own, place) : intersects(own, place);
}

function same(a: Location | undefined, b: Location | undefined): boolean {
  if (a === undefined || b === undefined || a.type !== b.type) return false;
  return a.range === undefined || b.range === undefined ? a.range === b.range : sameRange(a.range, b.range);
}

const sameRange = (a: Range, b: Range): boolean =>
  a.sheet === b.sheet &&
  a.startRow === b.startRow &&
  a.endRow === b.endRow &&
  a.startColumn === b.startColumn &&
  a.endColumn === b.endColumn;

/** The whole spreadsheet touches every place in it. */
function intersects(a: Location | undefined, b: Location | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (a.range === undefined || b.range === undefined) return true;
  const [one, other] = [a.range, b.range];
  return (
    one.sheet === other.sheet &&
    one.startRow < other.endRow &&
    other.startRow < one.endRow &&
    one.startColumn < other.endColumn &&
    other.startColumn < one.endColumn
  );
}
