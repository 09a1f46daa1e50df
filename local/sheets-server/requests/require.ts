import { invalid } from '../api-error.ts';
import { isObject, type JsonObject, numberOf, stringOf } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';

export function requireObject(request: JsonObject, field: string): JsonObject {
  const value = request[field];
  if (!isObject(value)) throw invalid(`Must specify ${field}.`);
  return value;
}

export function requireNumber(request: JsonObject, field: string): number {
  const value = numberOf(request[field]);
  if (value === undefined) throw invalid(`Must specify ${field}.`);
  return value;
}

export function requireString(request: JsonObject, field: string): string {
  const value = stringOf(request[field]);
  if (value === undefined || value === '') throw invalid(`Must specify ${field}.`);
  return value;
}

/** The tab that a request names; absent means 0, as in every proto3 message. */
export function requireSheet(draft: Workbook, request: JsonObject): Sheet {
  const id = numberOf(request.sheetId) ?? 0;
  const sheet = draft.sheet(id);
  if (sheet === undefined) throw invalid(`No sheet with id: ${id}`);
  return sheet;
}
