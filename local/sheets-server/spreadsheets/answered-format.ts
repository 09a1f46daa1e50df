import { colourJson, rgbOf } from '../conditional-format/colours.ts';
import { isObject, type JsonObject, numberOf, objectOf, stringOf } from '../json.ts';
import type { CellFormat } from '../model/cell.ts';

const known = new WeakMap<CellFormat, JsonObject>();

/** A cell's own format as it is answered: colours in both of their fields, lines with their width and colour. */
export function answeredFormat(format: CellFormat): JsonObject {
  const present = known.get(format);
  if (present !== undefined) return present;
  const { textFormat, borders } = format;
  const answered = {
    ...withTwin(format, 'backgroundColor'),
    ...(isObject(textFormat) ? { textFormat: withTwin(textFormat, 'foregroundColor') } : {}),
    ...(isObject(borders) ? { borders: eachLine(borders) } : {}),
  };
  known.set(format, answered);
  return answered;
}

/** The field that was written stays as it is; its twin is made from it. */
function withTwin(format: JsonObject, name: string): JsonObject {
  const [older, style] = [format[name], format[`${name}Style`]];
  if (isObject(style)) {
    const rgb = isObject(style.rgbColor) ? style.rgbColor : colourJson(rgbOf(style, undefined) ?? [0, 0, 0]);
    return isObject(older) ? format : { ...format, [name]: rgb };
  }
  return isObject(older) ? { ...format, [`${name}Style`]: { rgbColor: older } } : format;
}

const WIDTHS: Readonly<Record<string, number>> = { SOLID_MEDIUM: 2, SOLID_THICK: 3, DOUBLE: 3 };

const eachLine = (borders: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(borders).map(([side, value]) => {
      const line = objectOf(value);
      const style = stringOf(line.style) ?? 'NONE';
      if (style === 'NONE') return [side, value];
      const coloured = line.color === undefined && line.colorStyle === undefined ? { ...line, color: {} } : line;
      return [side, withTwin({ ...coloured, width: numberOf(line.width) ?? WIDTHS[style] ?? 1 }, 'color')];
    }),
  );
