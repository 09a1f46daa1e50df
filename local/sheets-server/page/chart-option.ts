import type { EChartsCoreOption } from 'echarts/core';
import type { ChartData, ChartSeries } from './chart-data.ts';

/** Stand for colours of the page, and are replaced by them in the finished drawing. */
export const INK = '#010101';
export const FAINT = '#020202';
const PALETTE = ['#4285f4', '#ea4335', '#fbbc04', '#34a853', '#ff6d01', '#46bdc6', '#7b61c9', '#8d6e63'];

export const colourOf = (series: ChartSeries, index: number): string =>
  series.colour ?? PALETTE[index % PALETTE.length] ?? INK;

const TEXT = { color: INK, fontSize: 12, fontFamily: 'system-ui, sans-serif' };

/** The chart as Apache ECharts wants it. */
export function chartOption(data: ChartData): EChartsCoreOption {
  const { horizontal, axisTitles } = data;
  const right = data.series.some((series) => series.right);
  const onLeft = data.series.filter((series) => !series.right);
  const category = {
    type: 'category',
    data: [...data.categories],
    name: axisTitles[horizontal ? 'LEFT_AXIS' : 'BOTTOM_AXIS'] ?? '',
    inverse: horizontal,
    ...axisLook(horizontal ? 'y' : 'x'),
    axisTick: { show: false },
  };
  const left = valueAxis(axisTitles[horizontal ? 'BOTTOM_AXIS' : 'LEFT_AXIS'] ?? '', onLeft, horizontal ? 'x' : 'y');
  const other = valueAxis(
    axisTitles.RIGHT_AXIS ?? '',
    data.series.filter((series) => series.right),
    'y',
  );
  const values = right && !horizontal ? [left, { ...other, splitLine: { show: false } }] : left;
  return {
    animation: false,
    textStyle: TEXT,
    aria: { enabled: false },
    title: {
      text: data.title,
      subtext: data.subtitle ?? '',
      left: 8,
      top: 4,
      textStyle: { ...TEXT, fontSize: 15, fontWeight: 600, width: data.width - 24, overflow: 'break' },
      subtextStyle: { ...TEXT, color: FAINT, width: data.width - 24, overflow: 'break' },
    },
    legend: { show: data.series.length > 1, bottom: 4, type: 'plain', itemWidth: 22, itemGap: 22, textStyle: TEXT },
    grid: {
      left: 16,
      right: right ? 16 : 24,
      top: data.subtitle === undefined ? 44 : 64,
      bottom: data.series.length > 1 ? 48 : 24,
      outerBoundsMode: 'same',
      outerBoundsContain: 'all',
    },
    xAxis: horizontal ? values : category,
    yAxis: horizontal ? category : values,
    series: data.series.map((series, index) => seriesOption(data, series, index)),
  };
}

function seriesOption(data: ChartData, series: ChartSeries, index: number) {
  const drawnAsLine = series.type === 'LINE' || series.type === 'AREA';
  const colour = colourOf(series, index);
  return {
    name: series.name,
    type: series.type === 'SCATTER' ? 'scatter' : drawnAsLine ? 'line' : 'bar',
    data: series.values.map((value) => value ?? '-'),
    ...(data.stacked ? { stack: 'all' } : {}),
    ...(series.right && !data.horizontal ? { yAxisIndex: 1 } : {}),
    itemStyle: { color: colour },
    ...(drawnAsLine
      ? {
          lineStyle: { color: colour, width: 2, type: series.dashed ? 'dashed' : 'solid' },
          showSymbol: series.values.length <= 40 && !series.dashed,
          symbol: 'circle',
          symbolSize: 5,
          ...(series.type === 'AREA' ? { areaStyle: { opacity: 0.2 } } : {}),
        }
      : { barMaxWidth: 42 }),
  };
}

function valueAxis(name: string, series: readonly ChartSeries[], direction: 'x' | 'y') {
  const percent = series.length > 0 && series.every((one) => one.percent);
  return {
    type: 'value',
    name,
    ...axisLook(direction),
    splitLine: { lineStyle: { color: FAINT, opacity: 0.25 } },
    ...(percent ? { axisLabel: { ...TEXT, formatter: (value: number) => `${Math.round(value * 1000) / 10}%` } } : {}),
  };
}

const axisLook = (direction: 'x' | 'y') => ({
  nameLocation: 'middle',
  nameGap: direction === 'x' ? 28 : 20,
  nameTextStyle: { ...TEXT, color: FAINT },
  axisLabel: { ...TEXT, hideOverlap: true },
  axisLine: { lineStyle: { color: FAINT } },
});
