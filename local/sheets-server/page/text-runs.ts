import { arrayOf, type JsonObject, numberOf, objectOf, stringOf } from '../json.ts';
import { textPixels, textStyle } from './text-style.ts';
import type { StyleWire } from './wire.ts';

export interface TextRun {
  readonly text: string;
  readonly style: StyleWire;
  /** As it stands in the workbook. */
  readonly link: string | undefined;
}

/** A text in the parts that its `textFormatRuns` make of it; undefined when it is all of one kind. */
export function textRuns(text: string, json: JsonObject | undefined): TextRun[] | undefined {
  const starts = arrayOf(json?.textFormatRuns).map((run) => ({
    start: Math.min(text.length, numberOf(objectOf(run).startIndex) ?? 0),
    format: objectOf(objectOf(run).format),
  }));
  if (starts.length === 0 || text === '') return undefined;
  starts.sort((a, b) => a.start - b.start);
  if ((starts[0]?.start ?? 0) > 0) starts.unshift({ start: 0, format: {} });
  return starts.flatMap(({ start, format }, index) => {
    const part = text.slice(start, starts[index + 1]?.start ?? text.length);
    if (part === '') return [];
    const pixels = textPixels(format);
    const style = { css: textStyle(format).join(';'), ...(pixels !== undefined && { pixels }) };
    return [{ text: part, style, link: stringOf(objectOf(format.link).uri) }];
  });
}
