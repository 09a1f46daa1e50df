import { invalid } from '../api-error.ts';
import { updateMask, wants } from '../field-mask.ts';
import { numberOf, objectOf } from '../json.ts';
import { groupCollection } from './dimension-groups.ts';
import { dimensionRange } from './dimension-range.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';

/** Opens or closes the group of exactly this range and depth. */
export const updateDimensionGroup = requestKind({
  name: 'updateDimensionGroup',
  check(draft, request) {
    const given = requireObject(request, 'dimensionGroup');
    const { sheet, dimension, start, end } = dimensionRange(draft, given);
    const mask = updateMask(request.fields);
    const depth = numberOf(given.depth) ?? 1;
    const group = sheet.list(groupCollection(dimension)).find((candidate) => {
      const range = objectOf(candidate.range);
      return numberOf(range.startIndex) === start && numberOf(range.endIndex) === end && candidate.depth === depth;
    });
    if (group === undefined) throw invalid(`No group of depth ${depth} on sheet: ${sheet.id} with this range.`);
    const { collapsed: _, ...rest } = group;
    const next = !wants(mask, 'collapsed') ? group : given.collapsed === true ? { ...rest, collapsed: true } : rest;
    return { sheet, collection: groupCollection(dimension), group, next };
  },
  apply(_draft, { sheet, collection, group, next }) {
    const groups = sheet.list(collection).map((other) => (other === group ? next : other));
    sheet.replaceList(collection, groups);
    return {};
  },
});
