import { badField, invalid } from './api-error.ts';
import { isObject, type Json, type JsonObject, stringOf } from './json.ts';
import type { Workbook } from './model/workbook.ts';
import { gridRange, type Range, resolveA1 } from './range.ts';

/** The range that a `DataFilter` names by grid range or A1. */
export function resolveFilter(
  workbook: Workbook,
  filter: Json | undefined,
  field: string,
): { range: Range; filter: JsonObject } {
  if (!isObject(filter)) throw badField(field, `Invalid value at '${field}', ${JSON.stringify(filter)}`);
  const a1 = stringOf(filter.a1Range);
  if (a1 !== undefined) return { range: resolveA1(workbook, a1), filter };
  const grid = filter.gridRange;
  if (isObject(grid)) return { range: gridRange(workbook, grid, `${field}.gridRange`), filter };
  throw invalid(
    `Invalid ${field}: give a1Range or gridRange; the local server does not look up developer metadata yet`,
  );
}
