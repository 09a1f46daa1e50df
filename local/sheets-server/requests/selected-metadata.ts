import { invalid } from '../api-error.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { matchingMetadata } from '../metadata/matching.ts';
import type { Workbook } from '../model/workbook.ts';

/** The developer metadata that any of the filters selects. */
export function selectedMetadata(draft: Workbook, filters: readonly Json[]): ReadonlySet<JsonObject> {
  if (filters.length === 0) throw invalid('Must specify at least one data filter.');
  return new Set(
    filters.flatMap((filter) => {
      if (!isObject(filter)) throw invalid('Must specify a data filter.');
      return matchingMetadata(draft, filter);
    }),
  );
}
