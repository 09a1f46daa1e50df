import { isObject, type Json, type JsonObject } from '../json.ts';
import type { CellFormat } from '../model/cell.ts';
import { DEFAULT_FORMAT } from './defaults.ts';

const known = new WeakMap<CellFormat, JsonObject>();

/** The default format with a cell's own on top. Conditional formats are not in it yet. */
export function effectiveFormat(format: CellFormat | undefined): JsonObject {
  if (format === undefined) return DEFAULT_FORMAT;
  const present = known.get(format);
  if (present !== undefined) return present;
  const merged = overlay(DEFAULT_FORMAT, format);
  known.set(format, merged);
  return merged;
}

function overlay(below: JsonObject, above: JsonObject): JsonObject {
  const out: Record<string, Json | undefined> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const present = out[key];
    // A colour is one value: its absent channels are 0, not those of the colour below.
    const whole = key.endsWith('Color') || key.endsWith('ColorStyle');
    out[key] = !whole && isObject(present) && isObject(value) ? overlay(present, value) : value;
  }
  return out;
}
