import { notFound } from '../api-error.ts';
import { numberOf } from '../json.ts';
import type { ReadOperation } from '../operation.ts';

export const developerMetadataGet: ReadOperation = {
  name: 'developerMetadata.get',
  writes: false,
  run(workbook, input) {
    const id = numberOf(input.path.metadataId);
    const item = workbook.state.developerMetadata.find((candidate) => numberOf(candidate.metadataId) === id);
    if (item === undefined) throw notFound();
    return item;
  },
};
