import type { CellWire, StyleWire } from '../sheets-server/page/wire.ts';
import { textWidth } from './text-width.ts';

export const ROW_PIXELS = 24;
export const TEXT_PIXELS = 13;
/** Left and right of the text of a cell, together with the line at its edge. */
export const SIDE_PIXELS = 9;
const LINE_HEIGHT = 1.25;
const AROUND = 8;

/** The height that lets every wrapped or large text of a row be read, as Sheets fits rows that nobody resized. */
export function rowHeight(
  cells: readonly (CellWire | null)[],
  styles: readonly StyleWire[],
  widthOf: (index: number) => number,
): number {
  let height = ROW_PIXELS;
  for (const [index, cell] of cells.entries()) {
    if (cell?.t === undefined || cell.s === undefined) continue;
    const style = styles[cell.s];
    if (style === undefined || (style.wrap !== true && style.pixels === undefined)) continue;
    const pixels = style.pixels ?? TEXT_PIXELS;
    const lines = style.wrap === true ? wrappedLines(cell.t, widthOf(index) - SIDE_PIXELS, pixels, style.bold) : 1;
    height = Math.max(height, Math.ceil(lines * pixels * LINE_HEIGHT) + AROUND);
  }
  return height;
}

function wrappedLines(text: string, room: number, pixels: number, bold = false): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines += 1;
    let used = 0;
    for (const word of paragraph.split(/(?<=[\s-])/)) {
      const width = textWidth(word.trimEnd(), pixels, bold);
      if (used > 0 && used + width > room) {
        lines += 1;
        used = 0;
      }
      // A word that is wider than the cell is broken.
      const broken = room > 0 ? Math.max(0, Math.ceil(width / room) - 1) : 0;
      lines += broken;
      used += textWidth(word, pixels, bold) - broken * room;
    }
  }
  return lines;
}
