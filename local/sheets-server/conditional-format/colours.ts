import { colourChannel } from '../float32.ts';
import { type Json, type JsonObject, numberOf, objectOf, stringOf } from '../json.ts';
import { THEME_COLOURS } from '../spreadsheets/defaults.ts';

/** Red, green and blue, 0 to 1. */
export type Rgb = readonly [number, number, number];

/** A colour from its `...Style` field or the older one; undefined when neither says one. */
export function rgbOf(style: Json | undefined, older: Json | undefined): Rgb | undefined {
  const { rgbColor, themeColor } = objectOf(style);
  const theme = THEME_COLOURS[stringOf(themeColor) ?? ''];
  if (theme !== undefined) {
    const part = (at: number) => Number.parseInt(theme.slice(at, at + 2), 16) / 255;
    return [part(0), part(2), part(4)];
  }
  const rgb = rgbColor ?? older;
  if (rgb === undefined || rgb === null) return undefined;
  const { red, green, blue } = objectOf(rgb);
  return [numberOf(red) ?? 0, numberOf(green) ?? 0, numberOf(blue) ?? 0];
}

/** Google's `Color`; channels that are 0 are left out. */
export function colourJson([red, green, blue]: Rgb): JsonObject {
  const channels = { red, green, blue };
  return Object.fromEntries(
    Object.entries(channels).flatMap(([name, value]) => (value === 0 ? [] : [[name, colourChannel(value)]])),
  );
}

/** The background in both of its fields. */
export const backgroundOf = (rgb: Rgb): JsonObject => {
  const colour = colourJson(rgb);
  return { backgroundColor: colour, backgroundColorStyle: { rgbColor: colour } };
};

/** Whichever of the two fields of a colour was written, both are answered: one format then lies wholly over another. */
export function withPairedColours(format: JsonObject): JsonObject {
  const paired = pair(format, 'backgroundColor');
  return paired.textFormat === undefined
    ? paired
    : { ...paired, textFormat: pair(objectOf(paired.textFormat), 'foregroundColor') };
}

function pair(format: JsonObject, name: string): JsonObject {
  const style = format[`${name}Style`];
  const rgb = rgbOf(style, format[name]);
  if (rgb === undefined) return format;
  const colour = colourJson(rgb);
  return { ...format, [name]: colour, [`${name}Style`]: objectOf(style).themeColor ? style : { rgbColor: colour } };
}
