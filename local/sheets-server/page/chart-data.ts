import { effectiveValue } from '../cell-view.ts';
import { arrayOf, type Json, type JsonObject, numberOf, objectOf, stringOf } from '../json.ts';
import type { PlainValue } from '../model/cell.ts';
import type { Workbook } from '../model/workbook.ts';
import { renderValue } from '../number-format.ts';
import { gridRange } from '../range.ts';
import { hexOf } from './colours.ts';

export interface ChartSeries {
  readonly name: string;
  readonly type: 'LINE' | 'COLUMN' | 'BAR' | 'AREA' | 'SCATTER';
  /** `undefined` where the cell holds no number: a gap, not zero. */
  readonly values: readonly (number | undefined)[];
  readonly right: boolean;
  readonly dashed: boolean;
  readonly colour: string | undefined;
  /** Whether its numbers are fractions shown as percent. */
  readonly percent: boolean;
}

export interface ChartData {
  readonly title: string;
  readonly subtitle: string | undefined;
  readonly horizontal: boolean;
  readonly stacked: boolean;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly axisTitles: Readonly<Record<string, string>>;
  readonly width: number;
  readonly height: number;
}

interface SourceCell {
  readonly value: PlainValue | undefined;
  readonly shown: string;
  readonly percent: boolean;
}

/** What a chart of the workbook shows, read from its spec and its source cells; undefined for a kind that is not drawn. */
export function chartData(workbook: Workbook, chart: JsonObject): ChartData | undefined {
  const spec = objectOf(chart.spec);
  if (spec.basicChart === undefined) return undefined;
  const basic = objectOf(spec.basicChart);
  const kind = stringOf(basic.chartType) ?? 'COLUMN';
  const headers = numberOf(basic.headerCount) ?? 0;
  const domain = cellsOf(workbook, objectOf(arrayOf(basic.domains)[0]).domain).slice(headers);
  const overlay = objectOf(objectOf(chart.position).overlayPosition);
  return {
    title: stringOf(spec.title) ?? '',
    subtitle: stringOf(spec.subtitle),
    horizontal: kind === 'BAR',
    stacked: basic.stackedType === 'STACKED' || basic.stackedType === 'PERCENT_STACKED',
    categories: domain.map(({ shown }) => shown),
    series: arrayOf(basic.series).map((series, index) => seriesOf(workbook, objectOf(series), kind, headers, index)),
    axisTitles: Object.fromEntries(
      arrayOf(basic.axis).map((axis) => [
        stringOf(objectOf(axis).position) ?? '',
        stringOf(objectOf(axis).title) ?? '',
      ]),
    ),
    width: numberOf(overlay.widthPixels) ?? 600,
    height: numberOf(overlay.heightPixels) ?? 371,
  };
}

function seriesOf(workbook: Workbook, series: JsonObject, kind: string, headers: number, index: number): ChartSeries {
  const cells = cellsOf(workbook, series.series);
  const data = cells.slice(headers);
  const own = stringOf(series.type) ?? (kind === 'COMBO' ? 'COLUMN' : kind);
  const dash = stringOf(objectOf(series.lineStyle).type) ?? 'SOLID';
  return {
    name: (headers > 0 ? cells[0]?.shown : undefined) ?? `Series ${index + 1}`,
    type: own === 'LINE' || own === 'BAR' || own === 'AREA' || own === 'SCATTER' ? own : 'COLUMN',
    values: data.map(({ value }) => (typeof value === 'number' ? value : undefined)),
    right: series.targetAxis === 'RIGHT_AXIS',
    dashed: !['SOLID', 'INVISIBLE', 'LINE_DASH_TYPE_UNSPECIFIED'].includes(dash),
    colour: hexOf(series.colorStyle, series.color),
    percent: data.some(({ percent }) => percent),
  };
}

function cellsOf(workbook: Workbook, source: Json | undefined): SourceCell[] {
  const cells: SourceCell[] = [];
  for (const json of arrayOf(objectOf(objectOf(source).sourceRange).sources)) {
    const { sheet, startRow, endRow, startColumn, endColumn } = gridRange(workbook, objectOf(json));
    for (let row = startRow; row < endRow; row += 1)
      for (let column = startColumn; column < endColumn; column += 1) {
        const value = effectiveValue(workbook, sheet, row, column);
        const format = sheet.cells.format(row, column);
        const shown = value === undefined ? '' : renderValue(value, format, workbook.state.locale);
        cells.push({ value, shown, percent: stringOf(objectOf(format?.numberFormat).type) === 'PERCENT' });
      }
  }
  return cells;
}
