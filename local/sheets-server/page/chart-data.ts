import { effectiveValue } from '../cell-view.ts';
import { arrayOf, type Json, type JsonObject, numberOf, objectOf, stringOf } from '../json.ts';
import type { PlainValue } from '../model/cell.ts';
import type { Workbook } from '../model/workbook.ts';
import { renderValue } from '../number-format.ts';
import { gridRange } from '../range.ts';
import { hexOf } from './colours.ts';
import type { ChartDrawing, SeriesWire } from './wire.ts';

interface SourceCell {
  readonly value: PlainValue | undefined;
  readonly shown: string;
  readonly percent: boolean;
}

/** What a chart shows, read from its spec and its source cells; undefined for a kind that is not drawn. */
export function chartData(workbook: Workbook, spec: JsonObject): ChartDrawing | undefined {
  if (spec.basicChart === undefined) return undefined;
  const basic = objectOf(spec.basicChart);
  const kind = stringOf(basic.chartType) ?? 'COLUMN';
  const headers = numberOf(basic.headerCount) ?? 0;
  const domain = cellsOf(workbook, objectOf(arrayOf(basic.domains)[0]).domain).slice(headers);
  const subtitle = stringOf(spec.subtitle);
  return {
    title: stringOf(spec.title) ?? '',
    ...(subtitle !== undefined && { subtitle }),
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
  };
}

function seriesOf(workbook: Workbook, series: JsonObject, kind: string, headers: number, index: number): SeriesWire {
  const cells = cellsOf(workbook, series.series);
  const data = cells.slice(headers);
  const own = stringOf(series.type) ?? (kind === 'COMBO' ? 'COLUMN' : kind);
  const dash = stringOf(objectOf(series.lineStyle).type) ?? 'SOLID';
  const colour = hexOf(series.colorStyle, series.color);
  return {
    name: (headers > 0 ? cells[0]?.shown : undefined) ?? `Series ${index + 1}`,
    type: own === 'LINE' || own === 'BAR' || own === 'AREA' || own === 'SCATTER' ? own : 'COLUMN',
    values: data.map(({ value }) => (typeof value === 'number' ? value : null)),
    right: series.targetAxis === 'RIGHT_AXIS',
    dashed: !['SOLID', 'INVISIBLE', 'LINE_DASH_TYPE_UNSPECIFIED'].includes(dash),
    ...(colour !== undefined && { colour }),
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
