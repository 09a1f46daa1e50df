import { numberOf, objectOf, stringOf } from '../json.ts';
import type { CellFormat, PlainValue } from '../model/cell.ts';
import { hexOf, inBothModes } from './colours.ts';

const ALIGN: Readonly<Record<string, string>> = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' };
const VERTICAL: Readonly<Record<string, string>> = { TOP: 'top', MIDDLE: 'middle', BOTTOM: 'bottom' };
const LINES: Readonly<Record<string, string>> = {
  DOTTED: '1px dotted',
  DASHED: '1px dashed',
  SOLID: '1px solid',
  SOLID_MEDIUM: '2px solid',
  SOLID_THICK: '3px solid',
  DOUBLE: '3px double',
};

/** How a cell looks, as CSS. Only words of ours and numbers go into it, never text of the workbook. */
export function cellCss(format: CellFormat | undefined, value: PlainValue | undefined): string {
  const css: string[] = [];
  const align = ALIGN[stringOf(format?.horizontalAlignment) ?? ''] ?? ownAlignment(value);
  if (align !== 'left') css.push(`text-align:${align}`);
  if (format === undefined) return css.join(';');
  const vertical = VERTICAL[stringOf(format.verticalAlignment) ?? ''];
  if (vertical !== undefined) css.push(`vertical-align:${vertical}`);
  if (format.wrapStrategy === 'WRAP') css.push('white-space:pre-wrap;overflow-wrap:break-word');
  const paper = hexOf(format.backgroundColorStyle, format.backgroundColor);
  if (paper !== undefined && paper !== '#ffffff') css.push(`background:${inBothModes(paper, 'paper')}`);
  css.push(...textCss(format), ...borderCss(format));
  return css.join(';');
}

/** Numbers stand right, truth values and errors in the middle, text left. */
function ownAlignment(value: PlainValue | undefined): string {
  if (typeof value === 'number') return 'right';
  return typeof value === 'boolean' || typeof value === 'object' ? 'center' : 'left';
}

function textCss(format: CellFormat): string[] {
  const text = objectOf(format.textFormat);
  const css: string[] = [];
  if (text.bold === true) css.push('font-weight:600');
  if (text.italic === true) css.push('font-style:italic');
  const lines = [text.underline === true ? 'underline' : '', text.strikethrough === true ? 'line-through' : ''];
  if (lines.some((line) => line !== '')) css.push(`text-decoration:${lines.join(' ').trim()}`);
  const size = numberOf(text.fontSize);
  // Points of a sheet are small on a screen made for reading.
  if (size !== undefined && size !== 10) css.push(`font-size:${Math.min(72, Math.max(6, size)) * 1.35}px`);
  const colour = hexOf(text.foregroundColorStyle, text.foregroundColor);
  if (colour !== undefined && colour !== '#000000') css.push(`color:${inBothModes(colour, 'text')}`);
  return css;
}

function borderCss(format: CellFormat): string[] {
  return Object.entries(objectOf(format.borders)).flatMap(([side, json]) => {
    const { style, color, colorStyle } = objectOf(json);
    const line = LINES[stringOf(style) ?? ''];
    if (line === undefined || !['top', 'right', 'bottom', 'left'].includes(side)) return [];
    return [`border-${side}:${line} ${inBothModes(hexOf(colorStyle, color) ?? '#000000', 'text')}`];
  });
}

/** One class for each distinct look, so that a large tab does not repeat it in every cell. */
export class CellClasses {
  private readonly names = new Map<string, string>();

  nameOf(css: string): string | undefined {
    if (css === '') return undefined;
    const name = this.names.get(css) ?? `k${this.names.size}`;
    this.names.set(css, name);
    return name;
  }

  rules(): string {
    return [...this.names].map(([css, name]) => `td.${name}{${css}}`).join('');
  }
}
