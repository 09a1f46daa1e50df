import type { AlignmentStyle, BorderSide, CellStyle } from 'hucre';
import { type Json, numberOf, objectOf } from '../../json.ts';
import type { CellFormat } from '../../model/cell.ts';
import { argb } from './argb.ts';
import { fontOf } from './font.ts';
import { numberPattern } from './number-pattern.ts';

const ALIGN = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' } as const;
const VERTICAL = { TOP: 'top', MIDDLE: 'center', BOTTOM: 'bottom' } as const;
const READING = { LEFT_TO_RIGHT: 'ltr', RIGHT_TO_LEFT: 'rtl' } as const;
const LINES = {
  DOTTED: 'dotted',
  DASHED: 'dashed',
  SOLID: 'thin',
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  DOUBLE: 'double',
} as const;
/** What Excel writes instead of an angle for letters that stand below each other. */
const STACKED = 255;

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
  const font = fontOf(objectOf(format.textFormat));
  const paper = argb(format.backgroundColorStyle, format.backgroundColor);
  const border = borderOf(format);
  const alignment = alignmentOf(format);
  const style: CellStyle = {
    ...(numFmt !== undefined && { numFmt }),
    ...(font !== undefined && { font }),
    ...(paper !== undefined &&
      paper.rgb !== 'FFFFFFFF' && { fill: { type: 'pattern', pattern: 'solid', fgColor: paper } }),
    ...(border !== undefined && { border }),
    ...(alignment !== undefined && { alignment }),
  };
  return Object.keys(style).length === 0 ? undefined : style;
}

function alignmentOf(format: CellFormat): AlignmentStyle | undefined {
  const horizontal = oneOf(ALIGN, format.horizontalAlignment);
  const vertical = oneOf(VERTICAL, format.verticalAlignment);
  const readingOrder = oneOf(READING, format.textDirection);
  const textRotation = rotationOf(format);
  const alignment: AlignmentStyle = {
    ...(horizontal !== undefined && { horizontal }),
    ...(vertical !== undefined && { vertical }),
    ...(format.wrapStrategy === 'WRAP' && { wrapText: true }),
    ...(textRotation !== undefined && { textRotation }),
    ...(readingOrder !== undefined && { readingOrder }),
  };
  return Object.keys(alignment).length === 0 ? undefined : alignment;
}

/** Degrees upwards as they are; Excel counts those downwards from 91 to 180. */
function rotationOf(format: CellFormat): number | undefined {
  const { angle, vertical } = objectOf(format.textRotation);
  if (vertical === true) return STACKED;
  const degrees = Math.max(-90, Math.min(90, numberOf(angle) ?? 0));
  if (degrees === 0) return undefined;
  return degrees > 0 ? degrees : 90 - degrees;
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
  return line === undefined ? undefined : { style: line, color: argb(colorStyle, color) ?? { rgb: 'FF000000' } };
}

function oneOf<Words extends Readonly<Record<string, string>>>(
  words: Words,
  json: Json | undefined,
): Words[keyof Words] | undefined {
  const word = Object.entries(words).find(([key]) => key === json)?.[1];
  // `Object.entries` forgets which words it read.
  return word as Words[keyof Words] | undefined;
}
