import { isObject, type Json, type JsonObject } from '../json.ts';

/** One format over another: what the upper one says counts. */
export function overlay(below: JsonObject, above: JsonObject): JsonObject {
  const out: Record<string, Json | undefined> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const present = out[key];
    // A colour is one value: its absent channels are 0, not those of the colour below.
    const whole = key.endsWith('Color') || key.endsWith('ColorStyle');
    out[key] = !whole && isObject(present) && isObject(value) ? overlay(present, value) : value;
  }
  return out;
}
