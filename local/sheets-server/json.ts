/** JSON as it stands in requests and answers. Values that the model holds are never changed in place, only replaced. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

export const arrayOf = (value: Json | undefined): readonly Json[] => (isArray(value) ? value : []);

export const stringOf = (value: Json | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** Numbers come as numbers, and int64 also as text. */
export function numberOf(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && /^-?\d+$/.test(value)) return Number(value);
  return undefined;
}

/** `Array.isArray` that knows of readonly arrays. */
export const isArray = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** Without the keys whose value is undefined, null or an empty list, as proto3 JSON leaves them out. */
export function withoutEmpty(object: JsonObject): JsonObject {
  const out: Record<string, Json> = {};
  for (const [key, value] of Object.entries(object))
    if (value !== undefined && value !== null && !(isArray(value) && value.length === 0)) out[key] = value;
  return out;
}
