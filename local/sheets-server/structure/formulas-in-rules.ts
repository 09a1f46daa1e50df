import { isArray, isObject, type Json, type JsonObject } from '../json.ts';
import { COLLECTIONS, type Sheet } from '../model/sheet.ts';

/** Formulas within conditional formats, filters, slicers and tables of a tab, and within the validation of its cells. */
export function rewriteRules(sheet: Sheet, change: (formula: string) => string): void {
  for (const name of COLLECTIONS) {
    const items = sheet.list(name);
    const next = items.map((item) => rewriteObject(item, change));
    if (next.some((item, index) => item !== items[index])) sheet.replaceList(name, next);
  }
  const { basicFilter } = sheet.state;
  if (basicFilter !== undefined) sheet.state.basicFilter = rewriteObject(basicFilter, change);
  rewriteValidation(sheet, change);
}

/** Rules that many cells share stay shared. */
function rewriteValidation({ cells }: Sheet, change: (formula: string) => string): void {
  const known = new Map<JsonObject, JsonObject>();
  for (let row = 0; row < cells.length; row += 1) {
    const extras = cells.row(row)?.extras;
    if (extras === undefined) continue;
    for (const [column, own] of extras.entries()) {
      const rule = own?.dataValidation;
      if (own === undefined || !isObject(rule)) continue;
      const next = known.get(rule) ?? rewriteObject(rule, change);
      known.set(rule, next);
      if (next !== rule) cells.setExtras(row, column, { ...own, dataValidation: next });
    }
  }
}

/** The same object when nothing in it changes. */
function rewriteObject(object: JsonObject, change: (formula: string) => string): JsonObject {
  let out: Record<string, Json | undefined> | undefined;
  for (const [key, value] of Object.entries(object)) {
    const next = rewriteJson(value, key, change);
    if (next === value) continue;
    out ??= { ...object };
    out[key] = next;
  }
  return out ?? object;
}

function rewriteJson(value: Json | undefined, key: string, change: (formula: string) => string): Json | undefined {
  if (typeof value === 'string') return key === 'userEnteredValue' && value.startsWith('=') ? change(value) : value;
  if (isArray(value)) {
    const next = value.map((item) => rewriteJson(item, key, change) ?? null);
    return next.some((item, index) => item !== value[index]) ? next : value;
  }
  return isObject(value) ? rewriteObject(value, change) : value;
}
