import type { BorderSide, CellStyle, FontStyle } from 'hucre';
import { type Json, numberOf, objectOf, stringOf } from '../../json.ts';
import type { CellFormat } from '../../model/cell.ts';
import { hexOf } from '../../page/colours.ts';
import { numberPattern } from './number-pattern.ts';

export const DEFAULT_FONT: FontStyle = { name: 'Arial', size: 10 };

const ALIGN = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' } as const;
const VERTICAL = { TOP: 'top', MIDDLE: 'center', BOTTOM: 'bottom' } as const;
const LINES = {
  DOTTED: 'dotted',
  DASHED: 'dashed',
  SOLID: 'thin',
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  DOUBLE: 'double',
} as const;

/** How cells of a workbook look in Excel; one object for all cells that share a format. */
export class CellStyles {
  private readonly locale: string;
  private readonly known = new Map<CellFormat, CellStyle | undefined>();

  constructor(locale: string) {
    this.locale = locale;
  }

  of(format: CellFormat | undefined): CellStyle | undefined {
    if (format === undefined) return undefined;
    if (!this.known.has(format)) this.known.set(format, cellStyle(format, this.locale));
    return this.known.get(format);
  }
}

function cellStyle(format: CellFormat, locale: string): CellStyle | undefined {
  const numFmt = numberPattern(format, locale);
  const font = fontOf(format);
  const paper = hexOf(format.backgroundColorStyle, format.backgroundColor);
  const border = borderOf(format);
  const horizontal = oneOf(ALIGN, format.horizontalAlignment);
  const vertical = oneOf(VERTICAL, format.verticalAlignment);
  const wrapText = format.wrapStrategy === 'WRAP';
  const style: CellStyle = {
    ...(numFmt !== undefined && { numFmt }),
    ...(font !== undefined && { font }),
    ...(paper !== undefined &&
      paper !== '#ffffff' && { fill: { type: 'pattern', pattern: 'solid', fgColor: colour(paper) } }),
    ...(border !== undefined && { border }),
    ...((horizontal ?? vertical ?? (wrapText || undefined)) !== undefined && {
      alignment: { ...(horizontal && { horizontal }), ...(vertical && { vertical }), ...(wrapText && { wrapText }) },
    }),
  };
  return Object.keys(style).length === 0 ? undefined : style;
}

/** Undefined for the font of the workbook. */
function fontOf(format: CellFormat): FontStyle | undefined {
  const text = objectOf(format.textFormat);
  const hex = hexOf(text.foregroundColorStyle, text.foregroundColor);
  const size = numberOf(text.fontSize);
  const name = stringOf(text.fontFamily)?.split(',')[0];
  const own: FontStyle = {
    ...(name !== undefined && /^[\p{L}\p{N} _-]{1,31}$/u.test(name) && { name }),
    ...(size !== undefined && size >= 1 && size <= 409 && { size }),
    ...(text.bold === true && { bold: true }),
    ...(text.italic === true && { italic: true }),
    ...(text.underline === true && { underline: true }),
    ...(text.strikethrough === true && { strikethrough: true }),
    ...(hex !== undefined && hex !== '#000000' && { color: colour(hex) }),
  };
  return Object.keys(own).length === 0 ? undefined : { ...DEFAULT_FONT, ...own };
}

function borderOf(format: CellFormat): CellStyle['border'] {
  const { top, right, bottom, left } = objectOf(format.borders);
  const sides = { top: side(top), right: side(right), bottom: side(bottom), left: side(left) };
  const drawn = Object.entries(sides).filter(([, line]) => line !== undefined);
  return drawn.length === 0 ? undefined : Object.fromEntries(drawn);
}

function side(json: Json | undefined): BorderSide | undefined {
  const { style, color, colorStyle } = objectOf(json);
  const line = oneOf(LINES, style);
  return line === undefined ? undefined : { style: line, color: colour(hexOf(colorStyle, color) ?? '#000000') };
}

/** `AARRGGBB`, with the alpha that Excel wants to see. */
const colour = (hex: string) => ({ rgb: `FF${hex.slice(1).toUpperCase()}` });

function oneOf<Words extends Readonly<Record<string, string>>>(
  words: Words,
  json: Json | undefined,
): Words[keyof Words] | undefined {
  const word = Object.entries(words).find(([key]) => key === json)?.[1];
  // `Object.entries` forgets which words it read.
  return word as Words[keyof Words] | undefined;
}
