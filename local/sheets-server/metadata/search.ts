import { arrayOf, type JsonObject, objectOf } from '../json.ts';
import type { ReadOperation } from '../operation.ts';
import { matchingMetadata } from './matching.ts';

/** Each piece of metadata once, with every filter that found it. */
export const developerMetadataSearch: ReadOperation = {
  name: 'developerMetadata.search',
  writes: false,
  run(workbook, { body }) {
    const found = new Map<JsonObject, JsonObject[]>();
    for (const filter of arrayOf(body.dataFilters).map(objectOf))
      for (const item of matchingMetadata(workbook, filter)) found.set(item, [...(found.get(item) ?? []), filter]);
    const matched = [...found].map(([developerMetadata, dataFilters]) => ({ developerMetadata, dataFilters }));
    return matched.length === 0 ? {} : { matchedDeveloperMetadata: matched };
  },
};
