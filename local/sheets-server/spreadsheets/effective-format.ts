import { withPairedColours } from '../conditional-format/colours.ts';
import { isObject, type JsonObject, objectOf } from '../json.ts';
import type { CellFormat } from '../model/cell.ts';
import { DEFAULT_FORMAT } from './defaults.ts';
import { overlay } from './overlay.ts';

/** #1155cc, as Google rounds it. */
const LINK_COLOUR = { rgbColor: { red: 0.06666667, green: 0.33333334, blue: 0.8 } };

/** A link is blue and underlined where its cell does not say otherwise. */
function withLinkLook(format: CellFormat): CellFormat {
  const textFormat = objectOf(format.textFormat);
  if (!isObject(textFormat.link)) return format;
  const coloured = textFormat.foregroundColor !== undefined || textFormat.foregroundColorStyle !== undefined;
  const look = { underline: true, ...(coloured ? {} : { foregroundColorStyle: LINK_COLOUR }) };
  return { ...format, textFormat: { ...look, ...textFormat } };
}

const known = new WeakMap<CellFormat, JsonObject>();

/** The default format with that of a cell on top: its own, with bands and conditional formats where they apply. */
export function effectiveFormat(format: CellFormat | undefined): JsonObject {
  if (format === undefined) return DEFAULT_FORMAT;
  const present = known.get(format);
  if (present !== undefined) return present;
  const merged = overlay(DEFAULT_FORMAT, withPairedColours(withLinkLook(format)));
  known.set(format, merged);
  return merged;
}
