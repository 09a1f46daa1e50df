import { badField, invalid } from './api-error.ts';
import { arrayOf, isObject, type Json, type JsonObject, stringOf } from './json.ts';
import { locationOf } from './metadata/location.ts';
import { matchingMetadata } from './metadata/matching.ts';
import type { Workbook } from './model/workbook.ts';
import { formatRange, gridRange, type Range, resolveA1 } from './range.ts';

/** The ranges that a `DataFilter` names: by A1, by grid range, or those that carry the developer metadata it looks up. */
export function resolveFilter(workbook: Workbook, filter: Json | undefined, field: string): readonly Range[] {
  if (!isObject(filter)) throw badField(field, `Invalid value at '${field}', ${JSON.stringify(filter)}`);
  const a1 = stringOf(filter.a1Range);
  if (a1 !== undefined) return [resolveA1(workbook, a1)];
  if (isObject(filter.gridRange)) return [gridRange(workbook, filter.gridRange, `${field}.gridRange`)];
  if (!isObject(filter.developerMetadataLookup)) throw invalid(`Invalid ${field}: Must specify a filter.`);
  return matchingMetadata(workbook, filter).flatMap((item) => locationOf(workbook, item)?.range ?? []);
}

export interface FilteredRange {
  readonly range: Range;
  /** Every filter that named it. */
  readonly filters: readonly JsonObject[];
}

/** The ranges that several filters name, each once. */
export function resolveFilters(workbook: Workbook, filters: Json | undefined): readonly FilteredRange[] {
  const found = new Map<string, { range: Range; filters: JsonObject[] }>();
  for (const [index, filter] of arrayOf(filters).entries()) {
    for (const range of resolveFilter(workbook, filter, `data_filters[${index}]`)) {
      const key = formatRange(range);
      const present = found.get(key) ?? { range, filters: [] };
      found.set(key, present);
      if (isObject(filter)) present.filters.push(filter);
    }
  }
  return [...found.values()];
}
