import { invalid } from '../api-error.ts';
import { type JsonObject, numberOf } from '../json.ts';
import type { Collection, Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';

export interface Found {
  readonly sheet: Sheet;
  readonly item: JsonObject;
}

/** Looks through every tab for the item of a collection that carries this number. */
export function findItem(draft: Workbook, collection: Collection, key: string, id: number): Found | undefined {
  for (const sheet of draft.sheets) {
    const item = sheet.list(collection).find((candidate) => numberOf(candidate[key]) === id);
    if (item !== undefined) return { sheet, item };
  }
  return undefined;
}

export function requireItem(draft: Workbook, collection: Collection, key: string, id: number, what: string): Found {
  const found = findItem(draft, collection, key, id);
  if (found === undefined) throw invalid(`No ${what} with id: ${id}`);
  return found;
}

/** A client-chosen id must be free; `undefined` when the server is to choose one. */
export function freeId(
  draft: Workbook,
  collection: Collection,
  json: JsonObject,
  key: string,
  what: string,
): number | undefined {
  const id = numberOf(json[key]);
  if (id === undefined) return undefined;
  if (findItem(draft, collection, key, id) !== undefined)
    throw invalid(`Duplicate ID: ${what} with ID ${id} already exists.`);
  return id;
}

export function removeItem({ sheet, item }: Found, collection: Collection): void {
  sheet.replaceList(
    collection,
    sheet.list(collection).filter((candidate) => candidate !== item),
  );
}

export function replaceItem({ sheet, item }: Found, collection: Collection, next: JsonObject): void {
  sheet.replaceList(
    collection,
    sheet.list(collection).map((candidate) => (candidate === item ? next : candidate)),
  );
}
