import type { RichTextRun } from 'hucre';
import { arrayOf, type Json, numberOf, objectOf } from '../../json.ts';
import type { CellFormat } from '../../model/cell.ts';
import { cellText } from './clean-text.ts';
import { DEFAULT_FONT, fontOf } from './font.ts';

/** The parts of a text that look different, from Google's `textFormatRuns`; undefined when all look alike. */
export function richText(
  text: string,
  runs: Json | undefined,
  format: CellFormat | undefined,
): RichTextRun[] | undefined {
  const starts = arrayOf(runs).map((run) => ({
    start: numberOf(objectOf(run).startIndex) ?? 0,
    look: objectOf(objectOf(run).format),
  }));
  if (starts.every(({ look }) => Object.keys(look).every((key) => key === 'link'))) return undefined;
  const whole = objectOf(format?.textFormat);
  const parts = starts[0]?.start === 0 ? starts : [{ start: 0, look: {} }, ...starts];
  return parts.flatMap(({ start, look }, index) => {
    const part = cellText(text.slice(start, parts[index + 1]?.start ?? text.length));
    return part === '' ? [] : [{ text: part, font: fontOf({ ...whole, ...look }) ?? DEFAULT_FONT }];
  });
}
