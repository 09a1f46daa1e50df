import { isObject, numberOf, objectOf, stringOf } from '../json.ts';
import type { CellFormat, PlainValue } from '../model/cell.ts';
import { hexOf, inBothModes } from './colours.ts';
import { textPixels, textStyle } from './text-style.ts';
import type { StyleWire } from './wire.ts';

const ALIGN: Readonly<Record<string, string>> = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' };
/** Cells are flex boxes: their text stands at one end of the height. */
const VERTICAL: Readonly<Record<string, string>> = { TOP: 'flex-start', MIDDLE: 'center' };

/**
 * How a cell looks, with the lines around it. Only words of ours and numbers go into its CSS, never text of the
 * workbook.
 */
export function cellStyle(
  format: CellFormat | undefined,
  value: PlainValue | undefined,
  borders: readonly string[],
): StyleWire {
  const align = ALIGN[stringOf(format?.horizontalAlignment) ?? ''] ?? ownAlignment(value);
  const css = align === 'left' ? [] : [`text-align:${align}`];
  if (format === undefined) return { css: [...css, ...borders].join(';') };
  const vertical = VERTICAL[stringOf(format.verticalAlignment) ?? ''];
  if (vertical !== undefined) css.push(`align-items:${vertical}`);
  const wrap = format.wrapStrategy === 'WRAP';
  if (wrap) css.push('white-space:pre-wrap;overflow-wrap:break-word');
  const paper = hexOf(format.backgroundColorStyle, format.backgroundColor);
  if (paper !== undefined && paper !== '#ffffff') css.push(`background-color:${inBothModes(paper, 'paper')}`);
  const text = objectOf(format.textFormat);
  css.push(...textStyle(text), ...rotation(format), ...borders);
  const pixels = textPixels(text);
  return {
    css: css.join(';'),
    ...(wrap && { wrap }),
    ...((format.wrapStrategy === 'CLIP' || isObject(format.textRotation)) && { clip: true }),
    ...(text.bold === true && { bold: true }),
    ...(pixels !== undefined && { pixels }),
  };
}

/** Numbers stand right, truth values and errors in the middle, text left. */
function ownAlignment(value: PlainValue | undefined): string {
  if (typeof value === 'number') return 'right';
  return typeof value === 'boolean' || typeof value === 'object' ? 'center' : 'left';
}

/** Slanted text is drawn upright one way or the other, whichever is nearer; text on end as it is. */
function rotation({ textRotation }: CellFormat): string[] {
  const { angle, vertical } = objectOf(textRotation);
  if (vertical === true) return ['--turn:vertical-rl;text-orientation:upright'];
  const degrees = numberOf(angle) ?? 0;
  if (Math.abs(degrees) < 30) return [];
  return [`--turn:${degrees > 0 ? 'sideways-lr' : 'vertical-rl'}`];
}
