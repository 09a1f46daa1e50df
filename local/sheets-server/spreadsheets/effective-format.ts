import { withPairedColours } from '../conditional-format/colours.ts';
import type { JsonObject } from '../json.ts';
import type { CellFormat } from '../model/cell.ts';
import { DEFAULT_FORMAT } from './defaults.ts';
import { overlay } from './overlay.ts';

const known = new WeakMap<CellFormat, JsonObject>();

/** The default format with that of a cell on top: its own, with bands and conditional formats where they apply. */
export function effectiveFormat(format: CellFormat | undefined): JsonObject {
  if (format === undefined) return DEFAULT_FORMAT;
  const present = known.get(format);
  if (present !== undefined) return present;
  const merged = overlay(DEFAULT_FORMAT, withPairedColours(format));
  known.set(format, merged);
  return merged;
}
