import { parseArea } from '../a1.ts';
import { invalid } from '../api-error.ts';
import { type JsonObject, stringOf } from '../json.ts';
import type { Workbook } from '../model/workbook.ts';
import { findNamedRange } from '../range.ts';

export const namedRangeById = (draft: Workbook, id: string): JsonObject | undefined =>
  draft.state.namedRanges.find((named) => named.namedRangeId === id);

export function requireNamedRange(draft: Workbook, id: string): JsonObject {
  const named = namedRangeById(draft, id);
  if (named === undefined) throw invalid(`No named range with id: ${id}`);
  return named;
}

/** Letters, digits and `_`, not like a cell, `true` or `false`, and not taken by another range. */
export function checkName(draft: Workbook, name: string, own?: JsonObject): void {
  const wellFormed = /^[\p{L}_][\p{L}\p{N}_.]{0,249}$/u.test(name) && parseArea(name) === undefined;
  if (!wellFormed || /^(true|false|[rR]\d*[cC]\d*)$/i.test(name))
    throw invalid('The name given to this range is invalid.');
  const holder = findNamedRange(draft, name);
  if (holder !== undefined && stringOf(holder.namedRangeId) !== stringOf(own?.namedRangeId))
    throw invalid(`Cannot add named range with name ${name}, a named range with that name already exists.`);
}
