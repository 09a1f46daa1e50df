import { effectiveValue, shownFormat } from '../../../cell-view.ts';
import { arrayOf, type Json, objectOf } from '../../../json.ts';
import type { PlainValue } from '../../../model/cell.ts';
import type { Workbook } from '../../../model/workbook.ts';
import { renderValue } from '../../../number-format.ts';
import { gridRange, type Range } from '../../../range.ts';
import { absoluteRange } from '../absolute-range.ts';
import { numberPattern } from '../number-pattern.ts';
import type { SheetNames } from '../sheet-names.ts';
import { escaped } from './escaped.ts';

/** A row or column that a chart draws: its address, and what it holds now for programs that do not look again. */
export interface ChartSource {
  readonly formula: string;
  readonly cells: readonly { readonly value: PlainValue | undefined; readonly shown: string }[];
  /** Number format of its first cell. */
  readonly pattern: string;
}

/** Cells `start` to `end` of Google's `ChartData`, of its first source. Throws when the tab or a cell of it is gone. */
export function chartSource(
  workbook: Workbook,
  names: SheetNames,
  data: Json | undefined,
  start: number,
  end?: number,
) {
  const whole = gridRange(workbook, objectOf(arrayOf(objectOf(objectOf(data).sourceRange).sources)[0]));
  const range = part(whole, start, end);
  const cells: { value: PlainValue | undefined; shown: string }[] = [];
  for (let row = range.startRow; row < range.endRow; row += 1)
    for (let column = range.startColumn; column < range.endColumn; column += 1) {
      const value = effectiveValue(workbook, range.sheet, row, column);
      const format = shownFormat(workbook, range.sheet, row, column);
      cells.push({ value, shown: value === undefined ? '' : renderValue(value, format, workbook.state.locale) });
    }
  const format = shownFormat(workbook, range.sheet, range.startRow, range.startColumn);
  const pattern = (format && numberPattern(format, workbook.state.locale)) ?? 'General';
  return { formula: absoluteRange(names, range), cells, pattern } satisfies ChartSource;
}

function part(range: Range, start: number, end: number | undefined): Range {
  const { startRow, startColumn } = range;
  return range.endRow - startRow === 1
    ? { ...range, startColumn: startColumn + start, ...(end !== undefined && { endColumn: startColumn + end }) }
    : { ...range, startRow: startRow + start, ...(end !== undefined && { endRow: startRow + end }) };
}

/** By number where all cells are numbers: a program that reads dates as text shows serial numbers. */
export const reference = (source: ChartSource): string =>
  source.cells.every(({ value }) => value === undefined || typeof value === 'number')
    ? numbers(source)
    : `<c:strRef><c:f>${escaped(source.formula)}</c:f><c:strCache>${points(source.cells.map(({ shown }) => shown))}</c:strCache></c:strRef>`;

export const numbers = ({ formula, cells, pattern }: ChartSource): string =>
  `<c:numRef><c:f>${escaped(formula)}</c:f><c:numCache><c:formatCode>${escaped(pattern)}</c:formatCode>${points(
    cells.map(({ value }) => (typeof value === 'number' ? String(value) : '')),
  )}</c:numCache></c:numRef>`;

const points = (texts: readonly string[]): string =>
  `<c:ptCount val="${texts.length}"/>${texts
    .map((text, index) => (text === '' ? '' : `<c:pt idx="${index}"><c:v>${escaped(text)}</c:v></c:pt>`))
    .join('')}`;
