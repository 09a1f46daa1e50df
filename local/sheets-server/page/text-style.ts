import { type JsonObject, numberOf, stringOf } from '../json.ts';
import { hexOf, inBothModes } from './colours.ts';

const DEFAULT_POINTS = 10;
const PIXELS_PER_POINT = 1.3;
/** Families that every machine has one of; others look like the rest of the page. */
const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/courier|mono|consol/i, 'monospace'],
  [/times|georgia|garamond|merriweather|serif$/i, 'serif'],
];

/** Pixels of text that is not of the default size. */
export function textPixels(text: JsonObject): number | undefined {
  const points = numberOf(text.fontSize) ?? DEFAULT_POINTS;
  if (points === DEFAULT_POINTS) return undefined;
  return Math.round(Math.min(72, Math.max(6, points)) * PIXELS_PER_POINT);
}

/** A `TextFormat` as CSS, made of our words and numbers only. */
export function textStyle(text: JsonObject): string[] {
  const css: string[] = [];
  if (text.bold === true) css.push('font-weight:700');
  if (text.italic === true) css.push('font-style:italic');
  const lines = [text.underline === true ? 'underline' : '', text.strikethrough === true ? 'line-through' : ''];
  if (lines.some((line) => line !== '')) css.push(`text-decoration:${lines.join(' ').trim()}`);
  const colour = hexOf(text.foregroundColorStyle, text.foregroundColor);
  if (colour !== undefined && colour !== '#000000') css.push(`color:${inBothModes(colour, 'text')}`);
  const family = stringOf(text.fontFamily) ?? '';
  const known = /sans/i.test(family) ? undefined : FAMILIES.find(([pattern]) => pattern.test(family));
  if (known !== undefined) css.push(`font-family:${known[1]}`);
  const pixels = textPixels(text);
  if (pixels !== undefined) css.push(`font-size:${pixels}px`);
  return css;
}
