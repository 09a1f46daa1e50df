import type { EChartsCoreOption } from 'echarts/core';
import type { ChartDrawing, SeriesWire } from '../sheets-server/page/wire.ts';
import { categoryLabels } from './category-labels.ts';
import { type Look, lookOf, CHART_PIXELS as PIXELS } from './chart-look.ts';
import { textWidth } from './text-width.ts';

/** Left and right of the plot: numbers of the axis and its title. */
const BESIDE_PLOT = 84;
const LONGEST_LABEL = 110;

/** The chart as Apache ECharts wants it, for a drawing `width` pixels wide. */
export function chartOption(drawing: ChartDrawing, width: number, dark: boolean): EChartsCoreOption {
  const look = lookOf(dark);
  const { horizontal, axisTitles, series } = drawing;
  const right = series.some((one) => one.right) && !horizontal;
  const category = categoryAxis(drawing, width - BESIDE_PLOT - (right ? 40 : 0), look);
  const left = valueAxis(
    axisTitles[horizontal ? 'BOTTOM_AXIS' : 'LEFT_AXIS'],
    series.filter((one) => !one.right),
    horizontal,
    look,
  );
  const other = valueAxis(
    axisTitles.RIGHT_AXIS,
    series.filter((one) => one.right),
    false,
    look,
  );
  const values = right ? [left, { ...other, splitLine: { show: false } }] : left;
  const legend = series.length > 1;
  const fitting = { width: width - 24, overflow: 'break' };
  const titleLines = Math.ceil(textWidth(drawing.title, 15, true) / (width - 24)) || 1;
  return {
    animation: false,
    textStyle: look.text,
    title: {
      text: drawing.title,
      subtext: drawing.subtitle ?? '',
      left: 8,
      top: 6,
      itemGap: 4,
      textStyle: { ...look.text, fontSize: 15, lineHeight: 20, fontWeight: 'bold', ...fitting },
      subtextStyle: { ...look.text, lineHeight: 16, color: look.faint, ...fitting },
    },
    legend: { show: legend, bottom: 4, type: 'plain', itemWidth: 22, itemGap: 18, textStyle: look.text },
    tooltip: {
      trigger: 'axis',
      // As drawing, not as markup: names come from the sheet.
      renderMode: 'richText',
      confine: true,
      backgroundColor: look.paper,
      borderColor: look.line,
      textStyle: look.text,
      axisPointer: { type: series.some((one) => one.type === 'LINE') ? 'line' : 'shadow' },
    },
    grid: {
      left: 12,
      right: 16,
      top: 24 + titleLines * 20 + (drawing.subtitle === undefined ? 0 : 18),
      bottom: legend ? 40 : 12,
      outerBoundsMode: 'same',
      outerBoundsContain: 'all',
    },
    xAxis: horizontal ? values : category,
    yAxis: horizontal ? category : values,
    series: series.map((one, index) => seriesOption(drawing, one, look.colour(one, index))),
  };
}

function categoryAxis({ categories, horizontal, axisTitles }: ChartDrawing, pixels: number, look: Look) {
  const widths = categories.map((label) => Math.min(LONGEST_LABEL, textWidth(label, PIXELS)));
  const { rotate, skip } = horizontal ? { rotate: 0, skip: 0 } : categoryLabels(widths, pixels);
  const slant = (rotate * Math.PI) / 180;
  const labelHeight = Math.max(0, ...widths) * Math.sin(slant) + PIXELS * Math.cos(slant);
  return {
    type: 'category',
    data: [...categories],
    name: axisTitles[horizontal ? 'LEFT_AXIS' : 'BOTTOM_AXIS'] ?? '',
    inverse: horizontal,
    nameLocation: 'middle',
    nameGap: horizontal ? Math.max(0, ...widths) + 16 : labelHeight + 16,
    nameTextStyle: { ...look.text, color: look.faint },
    axisLabel: { ...look.text, interval: skip, rotate, hideOverlap: false, width: LONGEST_LABEL, overflow: 'truncate' },
    axisLine: { lineStyle: { color: look.faint } },
    axisTick: { show: false },
  };
}

function valueAxis(name: string | undefined, series: readonly SeriesWire[], horizontal: boolean, look: Look) {
  const percent = series.length > 0 && series.every((one) => one.percent);
  return {
    type: 'value',
    name: name ?? '',
    nameLocation: 'middle',
    nameGap: horizontal ? 28 : 34,
    nameTextStyle: { ...look.text, color: look.faint },
    axisLabel: { ...look.text, hideOverlap: true, ...(percent && { formatter: percentText }) },
    axisLine: { show: false },
    splitLine: { lineStyle: { color: look.line } },
  };
}

const percentText = (value: number) => `${Math.round(value * 1000) / 10}%`;

function seriesOption({ stacked, horizontal }: ChartDrawing, series: SeriesWire, colour: string) {
  const drawnAsLine = series.type === 'LINE' || series.type === 'AREA';
  return {
    name: series.name,
    type: series.type === 'SCATTER' ? 'scatter' : drawnAsLine ? 'line' : 'bar',
    data: series.values.map((value) => value ?? '-'),
    ...(stacked && { stack: 'all' }),
    ...(series.right && !horizontal && { yAxisIndex: 1 }),
    ...(series.percent && { tooltip: { valueFormatter: percentOf } }),
    itemStyle: { color: colour },
    ...(drawnAsLine
      ? {
          lineStyle: { color: colour, width: 2, type: series.dashed ? 'dashed' : 'solid' },
          showSymbol: series.values.length <= 40 && !series.dashed,
          symbol: 'circle',
          symbolSize: 5,
          ...(series.type === 'AREA' && { areaStyle: { opacity: 0.2 } }),
        }
      : { barMaxWidth: 42 }),
  };
}

const percentOf = (value: unknown): string => (typeof value === 'number' ? percentText(value) : '–');
