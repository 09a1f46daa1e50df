import { isArray, isObject, type Json, type JsonObject, numberOf } from '../json.ts';
import type { Mint } from '../mint.ts';
import { COLLECTIONS, Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { findItem } from '../requests/collection-item.ts';

/** The collections whose items carry a number that no two tabs of a workbook share. */
const NUMBERED = {
  charts: 'chartId',
  protectedRanges: 'protectedRangeId',
  filterViews: 'filterViewId',
  bandedRanges: 'bandedRangeId',
  slicers: 'slicerId',
} as const;

/** A copy of a tab for a workbook, not yet among its tabs. What stands on it gets ids of its own and points to the copy. */
export function copySheet(
  destination: Workbook,
  source: Sheet,
  mint: Mint,
  wanted: { readonly sheetId?: number | undefined; readonly title?: string | undefined },
): Sheet {
  const sheetId = wanted.sheetId ?? mint.number((id) => destination.sheet(id) !== undefined);
  const forked = source.fork();
  const copy = new Sheet(
    { ...forked.state, sheetId, title: wanted.title ?? freeTitle(destination, source.title) },
    forked.cells,
  );
  const point = (item: JsonObject) => pointTo(item, source.id, sheetId);
  for (const name of COLLECTIONS) {
    // A name may stand in the workbook once, and a table has one.
    const items = name === 'tables' ? [] : source.list(name).map(point);
    copy.replaceList(name, items);
  }
  for (const [name, key] of Object.entries(NUMBERED) as [keyof typeof NUMBERED, string][])
    copy.replaceList(
      name,
      copy.list(name).map((item) => ({
        ...item,
        [key]: mint.number((id) => findItem(destination, name, key, id) !== undefined),
      })),
    );
  if (copy.state.basicFilter !== undefined) copy.state.basicFilter = point(copy.state.basicFilter);
  return copy;
}

function freeTitle(destination: Workbook, title: string): string {
  const first = `Copy of ${title}`;
  if (destination.sheetByTitle(first) === undefined) return first;
  for (let number = 1; ; number += 1)
    if (destination.sheetByTitle(`${first} ${number}`) === undefined) return `${first} ${number}`;
}

const PLACES = new Set(['range', 'anchorCell', 'dataRange']);

/** The same JSON with every range on one tab turned to another. */
function pointTo(object: JsonObject, from: number, to: number, key = ''): JsonObject {
  const out: Record<string, Json | undefined> = {};
  for (const [name, value] of Object.entries(object)) out[name] = pointJson(value, from, to, name);
  const place =
    PLACES.has(key) ||
    ['sheetId', 'startRowIndex', 'startColumnIndex', 'endRowIndex', 'rowIndex'].some((name) => name in object);
  if (!place || (numberOf(object.sheetId) ?? 0) !== from) return out;
  const { sheetId: _, ...rest } = out;
  return to === 0 ? rest : { sheetId: to, ...rest };
}

function pointJson(value: Json | undefined, from: number, to: number, key: string): Json | undefined {
  if (isArray(value)) return value.map((item) => pointJson(item, from, to, key) ?? null);
  return isObject(value) ? pointTo(value, from, to, key) : value;
}
