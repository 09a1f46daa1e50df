import { arrayOf, type Json, type JsonObject, numberOf, objectOf, withoutEmpty } from '../json.ts';

/** A filter as it is answered: its criteria stand in the list and, for older clients, in the map, whichever was written. */
export function withBothCriteria(filter: JsonObject): JsonObject {
  const { criteria, filterSpecs, ...rest } = withoutEmpty(filter);
  const specs = arrayOf(filterSpecs).map(objectOf);
  if (specs.length > 0) return { ...rest, criteria: criteriaOf(specs), filterSpecs: specs };
  const columns = Object.entries(objectOf(criteria));
  if (columns.length === 0) return rest;
  const listed = columns.map(([column, filterCriteria]) => ({ columnIndex: Number(column), filterCriteria }));
  return { ...rest, criteria: objectOf(criteria), filterSpecs: listed };
}

function criteriaOf(specs: readonly JsonObject[]): JsonObject {
  const out: Record<string, Json | undefined> = {};
  for (const { columnIndex, filterCriteria } of specs) out[String(numberOf(columnIndex) ?? 0)] = filterCriteria ?? {};
  return out;
}
