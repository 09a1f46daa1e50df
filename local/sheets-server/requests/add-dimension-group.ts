import type { JsonObject } from '../json.ts';
import { groupCollection, groupDepths, groupsFrom } from './dimension-groups.ts';
import { type Dimension, dimensionRange, dimensionRangeJson } from './dimension-range.ts';
import { requestKind } from './request-kind.ts';

export const addDimensionGroup = requestKind({
  name: 'addDimensionGroup',
  check: (draft, request) => dimensionRange(draft, request),
  apply(_draft, range) {
    const { sheet, dimension, start, end } = range;
    const depths = groupDepths(sheet, dimension);
    for (let index = start; index < end; index += 1) depths[index] = (depths[index] ?? 0) + 1;
    const dimensionGroups = groupsFrom(depths, (from, to) =>
      dimensionRangeJson({ sheet, dimension, start: from, end: to }),
    );
    sheet.replaceList(groupCollection(dimension), dimensionGroups);
    sheet.state.properties = withControl(sheet.state.properties, dimension);
    return { addDimensionGroup: { dimensionGroups } };
  },
});

/** The first group of a tab puts its control after the group. */
function withControl(properties: JsonObject, dimension: Dimension): JsonObject {
  const key = dimension === 'ROWS' ? 'rowGroupControlAfter' : 'columnGroupControlAfter';
  const grid = properties.gridProperties;
  return { ...properties, gridProperties: { ...(typeof grid === 'object' && grid !== null ? grid : {}), [key]: true } };
}
