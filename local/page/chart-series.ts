import type { AxesDrawing, SeriesWire } from '../sheets-server/page/wire.ts';
import { percentText } from './chart-axes.ts';
import type { Look } from './chart-look.ts';

const SHAPES: Readonly<Record<string, string>> = {
  DIAMOND: 'diamond',
  SQUARE: 'rect',
  TRIANGLE: 'triangle',
  X_MARK: 'path://M1 0L5 4L9 0L10 1L6 5L10 9L9 10L5 6L1 10L0 9L4 5L0 1Z',
};
const PLACES: Readonly<Record<string, readonly [upright: string, lying: string]>> = {
  CENTER: ['inside', 'inside'],
  LEFT: ['left', 'left'],
  RIGHT: ['right', 'right'],
  ABOVE: ['top', 'top'],
  BELOW: ['bottom', 'bottom'],
  INSIDE_END: ['insideTop', 'insideRight'],
  INSIDE_BASE: ['insideBottom', 'insideLeft'],
  OUTSIDE_END: ['top', 'right'],
};
const MOST_POINTS = 40;
const WIDEST_BAR = 42;

/** A series as Apache ECharts wants it. */
export function seriesOption(drawing: AxesDrawing, series: SeriesWire, colour: string, look: Look) {
  const { horizontal, places } = drawing;
  const drawnAsLine = series.type === 'LINE' || series.type === 'AREA' || series.type === 'STEPS';
  const own = new Map(series.pointColours);
  const data = series.values.map((value, at) => {
    const shown = value ?? '-';
    const point = places === undefined ? shown : [places[at] ?? '-', shown];
    const hex = own.get(at);
    return hex === undefined ? point : { value: point, itemStyle: { color: hex } };
  });
  return {
    name: series.name,
    type: series.type === 'SCATTER' ? 'scatter' : drawnAsLine ? 'line' : 'bar',
    data,
    ...(series.stack !== undefined && { stack: series.stack, stackStrategy: 'samesign' }),
    ...(series.right && !horizontal && { yAxisIndex: 1 }),
    ...(series.percent && { tooltip: { valueFormatter: percentOf } }),
    itemStyle: { color: colour },
    ...labelOption(series, horizontal, drawnAsLine, look),
    ...(series.type === 'SCATTER' && pointOption(series, 8)),
    ...(drawnAsLine && lineOption(drawing, series, colour)),
    ...(!drawnAsLine && series.type !== 'SCATTER' && { barMaxWidth: WIDEST_BAR }),
    ...(series.invisible && { silent: true, tooltip: { show: false } }),
  };
}

function lineOption({ smooth, joined }: AxesDrawing, series: SeriesWire, colour: string) {
  const { line, invisible, values, dashed, type } = series;
  const hidden = invisible || line === 'none';
  const points = series.point === undefined ? values.length <= MOST_POINTS && !dashed && type === 'LINE' : true;
  return {
    lineStyle: {
      color: colour,
      width: series.width ?? 2,
      type: line === 'none' ? 'solid' : line,
      ...(hidden && { opacity: 0 }),
    },
    smooth: smooth && type !== 'STEPS',
    connectNulls: joined,
    ...(type === 'STEPS' && { step: 'middle' }),
    // A label stands at a point, and needs one, however small.
    showSymbol: (points || series.labels !== undefined) && !invisible && series.point?.size !== 0,
    ...pointOption(series, points ? 5 : 1),
    ...(type !== 'LINE' && { areaStyle: { opacity: invisible ? 0 : series.stack === undefined ? 0.2 : 0.35 } }),
  };
}

const pointOption = ({ point }: SeriesWire, size: number) => ({
  symbol: SHAPES[point?.shape ?? ''] ?? 'circle',
  symbolSize: point?.size ?? size,
});

function labelOption(series: SeriesWire, horizontal: boolean, drawnAsLine: boolean, look: Look) {
  const { labels } = series;
  if (labels === undefined || series.invisible) return {};
  const standard =
    drawnAsLine || series.type === 'SCATTER' ? 'ABOVE' : series.stack === undefined ? 'OUTSIDE_END' : 'CENTER';
  const position = (PLACES[series.labelPlace ?? ''] ?? PLACES[standard] ?? ['top', 'right'])[horizontal ? 1 : 0];
  const formatter = ({ dataIndex }: { dataIndex: number }) => labels[dataIndex] ?? '';
  return {
    // Labels at points that are not drawn would not be drawn either.
    ...(drawnAsLine && { showAllSymbol: true }),
    label: {
      show: true,
      position,
      formatter,
      ...look.text,
      fontSize: 11,
      textBorderColor: look.paper,
      textBorderWidth: 2,
    },
    labelLayout: { hideOverlap: true },
  };
}

const percentOf = (value: unknown): string => (typeof value === 'number' ? percentText(value) : '–');
