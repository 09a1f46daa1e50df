import { mergeMasked, updateMask } from '../field-mask.ts';
import type { Json, JsonObject } from '../json.ts';
import { dimensionRange } from './dimension-range.ts';
import { requestKind } from './request-kind.ts';
import { requireObject } from './require.ts';

export const updateDimensionProperties = requestKind({
  name: 'updateDimensionProperties',
  check(draft, request) {
    const properties = requireObject(request, 'properties');
    return { ...dimensionRange(draft, request), properties, mask: updateMask(request.fields) };
  },
  apply(_draft, { sheet, dimension, start, end, properties, mask }) {
    const { state } = sheet;
    const next = new Map(dimension === 'ROWS' ? state.rowMetadata : state.columnMetadata);
    for (let index = start; index < end; index += 1) {
      const merged = withoutFalse(mergeMasked(next.get(index) ?? {}, properties, mask));
      if (Object.keys(merged).length === 0) next.delete(index);
      else next.set(index, merged);
    }
    if (dimension === 'ROWS') state.rowMetadata = next;
    else state.columnMetadata = next;
    return {};
  },
});

const withoutFalse = (properties: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(properties).filter((entry): entry is [string, Json] => entry[1] !== false && entry[1] !== undefined),
  );
