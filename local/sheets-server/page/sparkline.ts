import { quoteTitle } from '../a1.ts';
import { effectiveValue } from '../cell-view.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { type Range, resolveA1 } from '../range.ts';
import { Html, html } from './html.ts';

const SPARKLINE =
  /^=\s*SPARKLINE\(\s*((?:'(?:[^']|'')*'!|[\p{L}_][\p{L}\p{N}_.]*!)?\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?\d+)\s*([,;].*)?\)\s*$/isu;
const WIDTH = 96;
const HEIGHT = 20;

/** A `=SPARKLINE(range)` as a small drawing of the range's numbers; undefined when the formula is another. */
export function sparkline(workbook: Workbook, sheet: Sheet, formula: string): Html | undefined {
  const match = SPARKLINE.exec(formula);
  if (!match) return undefined;
  const reference = match[1] ?? '';
  const range = tryResolve(workbook, reference.includes('!') ? reference : `${quoteTitle(sheet.title)}!${reference}`);
  const values = range === undefined ? [] : numbersOf(workbook, range);
  if (values.length === 0) return html`<span class="f" title="${formula}">no data</span>`;
  const drawing = /"charttype"[,;\\]\s*"(column|bar)"/i.test(match[2] ?? '') ? columns(values) : line(values);
  const label = `${values.length} values, from ${values[0] ?? ''} to ${values.at(-1) ?? ''}`;
  return html`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${label}">${drawing}</svg>`;
}

function tryResolve(workbook: Workbook, text: string): Range | undefined {
  try {
    return resolveA1(workbook, text);
  } catch {
    return undefined;
  }
}

function numbersOf(workbook: Workbook, range: Range): number[] {
  const values: number[] = [];
  for (let row = range.startRow; row < range.endRow; row += 1)
    for (let column = range.startColumn; column < range.endColumn; column += 1) {
      const value = effectiveValue(workbook, range.sheet, row, column);
      if (typeof value === 'number') values.push(value);
    }
  return values;
}

function line(values: readonly number[]): Html {
  const low = Math.min(...values);
  const spread = Math.max(...values) - low || 1;
  const step = values.length > 1 ? (WIDTH - 4) / (values.length - 1) : 0;
  const point = (value: number, index: number) =>
    `${round(2 + index * step)},${round(HEIGHT - 3 - ((value - low) / spread) * (HEIGHT - 6))}`;
  const [x = '2', y = '10'] = point(values.at(-1) ?? 0, values.length - 1).split(',');
  return new Html(`<polyline points="${values.map(point).join(' ')}"/><circle cx="${x}" cy="${y}" r="1.8"/>`);
}

function columns(values: readonly number[]): Html {
  const high = Math.max(...values.map(Math.abs)) || 1;
  const step = WIDTH / values.length;
  const bars = values.map((value, index) => {
    const height = Math.max(1, (Math.abs(value) / high) * (HEIGHT - 2));
    return `<rect x="${round(index * step)}" y="${round(HEIGHT - height)}" width="${round(step * 0.7)}" height="${round(height)}"/>`;
  });
  return new Html(bars.join(''));
}

const round = (value: number) => Math.round(value * 10) / 10;
