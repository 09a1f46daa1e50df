import { invalid } from '../api-error.ts';
import { mergeMasked, updateMask } from '../field-mask.ts';
import { arrayOf, isObject } from '../json.ts';
import { checkLocation } from './create-developer-metadata.ts';
import { requestKind } from './request-kind.ts';
import { requireObject, requireString } from './require.ts';
import { selectedMetadata } from './selected-metadata.ts';

/** The id of a piece of metadata stays; everything else may change. */
export const updateDeveloperMetadata = requestKind({
  name: 'updateDeveloperMetadata',
  check(draft, request) {
    const given = requireObject(request, 'developerMetadata');
    const mask = updateMask(request.fields);
    const selected = selectedMetadata(draft, arrayOf(request.dataFilters));
    const next = [...selected].map((item) => {
      const merged = mergeMasked(item, given, mask);
      requireString(merged, 'metadataKey');
      if (merged.visibility === undefined) throw invalid('Developer metadata must always have visibility specified.');
      const location = checkLocation(draft, requireObject(merged, 'location'));
      return [item, { ...merged, metadataId: item.metadataId, location }] as const;
    });
    if (next.length > 1 && isObject(given.location) && mask.has('location'))
      throw invalid('Cannot move several pieces of developer metadata to one location.');
    return new Map(next);
  },
  apply(draft, next) {
    draft.state.developerMetadata = draft.state.developerMetadata.map((item) => next.get(item) ?? item);
    return { updateDeveloperMetadata: next.size === 0 ? {} : { developerMetadata: [...next.values()] } };
  },
});
