import { effectiveValue } from '../cell-view.ts';
import { conditionValue } from '../condition/condition-value.ts';
import { type JsonObject, objectOf, stringOf } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { type Rgb, rgbOf } from './colours.ts';
import type { RangeArea } from './range-area.ts';

/** References of a gradient do not move. */
const CORNER = { row: 0, column: 0 };

interface Point {
  readonly at: number;
  readonly colour: Rgb;
}

/** The background that a gradient gives to a number; undefined when a point of it says no number or colour. */
export function gradient(
  workbook: Workbook,
  sheet: Sheet,
  rule: JsonObject,
  areas: readonly RangeArea[],
): ((value: number) => Rgb) | undefined {
  const numbers = sortedNumbers(workbook, sheet, areas);
  if (numbers.length === 0) return undefined;
  const points: Point[] = [];
  for (const name of ['minpoint', 'midpoint', 'maxpoint'] as const) {
    if (name === 'midpoint' && rule.midpoint === undefined) continue;
    const point = pointOf(workbook, sheet, objectOf(rule[name]), numbers);
    if (point === undefined) return undefined;
    points.push(point);
  }
  points.sort((a, b) => a.at - b.at);
  return (value) => colourAt(points, value);
}

function pointOf(workbook: Workbook, sheet: Sheet, json: JsonObject, numbers: readonly number[]): Point | undefined {
  const colour = rgbOf(json.colorStyle, json.color);
  const type = stringOf(json.type);
  const low = numbers[0] ?? 0;
  const high = numbers.at(-1) ?? 0;
  if (colour === undefined) return undefined;
  if (type === 'MIN' || type === 'MAX') return { at: type === 'MIN' ? low : high, colour };
  const value = conditionValue(workbook, sheet, { userEnteredValue: json.value }, CORNER, false)(0, 0);
  if (typeof value !== 'number') return undefined;
  if (type === 'PERCENT') return { at: low + ((high - low) * value) / 100, colour };
  return { at: type === 'PERCENTILE' ? percentile(numbers, value / 100) : value, colour };
}

/** As `PERCENTILE` has it: between two of the numbers, in proportion. `numbers` ascending. */
export function percentile(numbers: readonly number[], share: number): number {
  const place = Math.min(1, Math.max(0, share)) * (numbers.length - 1);
  const below = numbers[Math.floor(place)] ?? 0;
  return below + ((numbers[Math.ceil(place)] ?? below) - below) * (place % 1);
}

function colourAt(points: readonly Point[], value: number): Rgb {
  let before = points[0];
  for (const point of points) {
    if (value < point.at) return before === undefined || before === point ? point.colour : mixed(before, point, value);
    before = point;
  }
  return before?.colour ?? [1, 1, 1];
}

function mixed(from: Point, to: Point, value: number): Rgb {
  const share = Math.max(0, Math.min(1, (value - from.at) / (to.at - from.at)));
  const [red, green, blue] = from.colour;
  const part = (a: number, b: number) => a + (b - a) * share;
  return [part(red, to.colour[0]), part(green, to.colour[1]), part(blue, to.colour[2])];
}

function sortedNumbers(workbook: Workbook, sheet: Sheet, areas: readonly RangeArea[]): number[] {
  const numbers: number[] = [];
  for (const area of areas)
    for (let row = area.startRow; row < Math.min(area.endRow, sheet.cells.length); row += 1)
      for (let column = area.startColumn; column < area.endColumn; column += 1) {
        const value = effectiveValue(workbook, sheet, row, column);
        if (typeof value === 'number') numbers.push(value);
      }
  return numbers.sort((a, b) => a - b);
}
