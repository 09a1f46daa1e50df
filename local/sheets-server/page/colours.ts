import { type Json, numberOf, objectOf, stringOf } from '../json.ts';
import { THEME_COLOURS } from '../spreadsheets/defaults.ts';
import { type ColourUse, darkTwin } from './dark-twin.ts';

/** `#rrggbb` of a format's colour, from its `...Style` field or the older one; undefined when neither says one. */
export function hexOf(style: Json | undefined, older: Json | undefined): string | undefined {
  const { rgbColor, themeColor } = objectOf(style);
  const theme = THEME_COLOURS[stringOf(themeColor) ?? ''];
  if (theme !== undefined) return `#${theme}`;
  const rgb = rgbColor ?? older;
  if (rgb === undefined || rgb === null) return undefined;
  const { red, green, blue } = objectOf(rgb);
  return `#${[red, green, blue].map((part) => byte(numberOf(part) ?? 0)).join('')}`;
}

const byte = (part: number) =>
  Math.round(Math.min(1, Math.max(0, part)) * 255)
    .toString(16)
    .padStart(2, '0');

/** A colour for light mode with its twin for dark mode, as CSS. */
export const inBothModes = (hex: string, use: ColourUse): string => `light-dark(${hex},${darkTwin(hex, use)})`;
