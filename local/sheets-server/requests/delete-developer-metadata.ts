import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';
import { selectedMetadata } from './selected-metadata.ts';

export const deleteDeveloperMetadata = requestKind({
  name: 'deleteDeveloperMetadata',
  check: (draft, request) => selectedMetadata(draft, [requireObject(request, 'dataFilter')]),
  apply(draft, selected) {
    draft.state.developerMetadata = draft.state.developerMetadata.filter((item) => !selected.has(item));
    const deleted = [...selected];
    return { deleteDeveloperMetadata: deleted.length === 0 ? {} : { deletedDeveloperMetadata: deleted } };
  },
});
