import { numberOf, objectOf, stringOf } from '../json.ts';
import type { CellFormat, PlainValue } from '../model/cell.ts';
import { hexOf, inBothModes } from './colours.ts';
import type { StyleWire } from './wire.ts';

const ALIGN: Readonly<Record<string, string>> = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' };
/** Cells are flex boxes: their text stands at one end of the height. */
const VERTICAL: Readonly<Record<string, string>> = { TOP: 'flex-start', MIDDLE: 'center' };
const LINES: Readonly<Record<string, string>> = {
  DOTTED: '1px dotted',
  DASHED: '1px dashed',
  SOLID: '1px solid',
  SOLID_MEDIUM: '2px solid',
  SOLID_THICK: '3px solid',
  DOUBLE: '3px double',
};
const DEFAULT_POINTS = 10;
const PIXELS_PER_POINT = 1.3;

/** How a cell looks. Only words of ours and numbers go into its CSS, never text of the workbook. */
export function cellStyle(format: CellFormat | undefined, value: PlainValue | undefined): StyleWire {
  const align = ALIGN[stringOf(format?.horizontalAlignment) ?? ''] ?? ownAlignment(value);
  const css = align === 'left' ? [] : [`text-align:${align}`];
  if (format === undefined) return { css: css.join(';') };
  const vertical = VERTICAL[stringOf(format.verticalAlignment) ?? ''];
  if (vertical !== undefined) css.push(`align-items:${vertical}`);
  const wrap = format.wrapStrategy === 'WRAP';
  if (wrap) css.push('white-space:pre-wrap;overflow-wrap:break-word');
  const paper = hexOf(format.backgroundColorStyle, format.backgroundColor);
  if (paper !== undefined && paper !== '#ffffff') css.push(`background-color:${inBothModes(paper, 'paper')}`);
  const text = objectOf(format.textFormat);
  const bold = text.bold === true;
  if (bold) css.push('font-weight:700');
  if (text.italic === true) css.push('font-style:italic');
  const lines = [text.underline === true ? 'underline' : '', text.strikethrough === true ? 'line-through' : ''];
  if (lines.some((line) => line !== '')) css.push(`text-decoration:${lines.join(' ').trim()}`);
  const colour = hexOf(text.foregroundColorStyle, text.foregroundColor);
  if (colour !== undefined && colour !== '#000000') css.push(`color:${inBothModes(colour, 'text')}`);
  const points = numberOf(text.fontSize) ?? DEFAULT_POINTS;
  const pixels = Math.round(Math.min(72, Math.max(6, points)) * PIXELS_PER_POINT);
  if (points !== DEFAULT_POINTS) css.push(`font-size:${pixels}px`);
  css.push(...borderCss(format));
  return {
    css: css.join(';'),
    ...(wrap && { wrap }),
    ...(bold && { bold }),
    ...(points !== DEFAULT_POINTS && { pixels }),
  };
}

/** Numbers stand right, truth values and errors in the middle, text left. */
function ownAlignment(value: PlainValue | undefined): string {
  if (typeof value === 'number') return 'right';
  return typeof value === 'boolean' || typeof value === 'object' ? 'center' : 'left';
}

function borderCss(format: CellFormat): string[] {
  return Object.entries(objectOf(format.borders)).flatMap(([side, json]) => {
    const { style, color, colorStyle } = objectOf(json);
    const line = LINES[stringOf(style) ?? ''];
    if (line === undefined || !['top', 'right', 'bottom', 'left'].includes(side)) return [];
    return [`border-${side}:${line} ${inBothModes(hexOf(colorStyle, color) ?? '#000000', 'text')}`];
  });
}
