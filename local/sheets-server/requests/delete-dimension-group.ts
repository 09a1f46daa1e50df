import { invalid } from '../api-error.ts';
import { groupCollection, groupDepths, groupsFrom } from './dimension-groups.ts';
import { dimensionRange, dimensionRangeJson } from './dimension-range.ts';
import { requestKind } from './request-kind.ts';

export const deleteDimensionGroup = requestKind({
  name: 'deleteDimensionGroup',
  check(draft, request) {
    const range = dimensionRange(draft, request);
    const depths = groupDepths(range.sheet, range.dimension);
    if (!depths.slice(range.start, range.end).some((depth) => depth > 0))
      throw invalid(`No group on sheet: ${range.sheet.id} covers these ${range.dimension.toLowerCase()}.`);
    return { ...range, depths };
  },
  apply(_draft, { sheet, dimension, start, end, depths }) {
    for (let index = start; index < end; index += 1) depths[index] = Math.max(0, (depths[index] ?? 0) - 1);
    const dimensionGroups = groupsFrom(depths, (from, to) =>
      dimensionRangeJson({ sheet, dimension, start: from, end: to }),
    );
    sheet.replaceList(groupCollection(dimension), dimensionGroups);
    return { deleteDimensionGroup: dimensionGroups.length === 0 ? {} : { dimensionGroups } };
  },
});
