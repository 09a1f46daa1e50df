import type { FontStyle } from 'hucre';
import { type JsonObject, numberOf, stringOf } from '../../json.ts';
import { argb } from './argb.ts';

export const DEFAULT_FONT: FontStyle = { name: 'Arial', size: 10 };

/** A font of Google's `TextFormat`; undefined for the font of the workbook. */
export function fontOf(text: JsonObject): FontStyle | undefined {
  const size = numberOf(text.fontSize);
  const name = stringOf(text.fontFamily)?.split(',')[0];
  const own: FontStyle = {
    ...(name !== undefined && /^[\p{L}\p{N} _-]{1,31}$/u.test(name) && { name }),
    ...(size !== undefined && size >= 1 && size <= 409 && { size }),
    ...emphasis(text),
  };
  return Object.keys(own).length === 0 ? undefined : { ...DEFAULT_FONT, ...own };
}

/** What a conditional format may say of a font: all but its name and size. */
export function emphasis(text: JsonObject): FontStyle {
  const color = argb(text.foregroundColorStyle, text.foregroundColor);
  return {
    ...(text.bold === true && { bold: true }),
    ...(text.italic === true && { italic: true }),
    ...(text.underline === true && { underline: true }),
    ...(text.strikethrough === true && { strikethrough: true }),
    ...(color !== undefined && color.rgb !== 'FF000000' && { color }),
  };
}
