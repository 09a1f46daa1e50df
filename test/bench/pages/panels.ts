import type { EChartsCoreOption } from 'echarts/core';

/** A line over one panel; points in order of x. Both axes are logarithmic, so nothing may be 0 or below. */
export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  /** For what is no measurement: a limit, a comparison. */
  readonly isDashed?: boolean;
}

export interface Panel {
  /** With the unit of y. */
  readonly title: string;
  /** With the unit of x. */
  readonly along: string;
  readonly lines: readonly Line[];
  /** Of the x axis where it is not the next powers of ten. */
  readonly from?: number;
  readonly to?: number;
}

export interface PanelSize {
  readonly width: number;
  readonly height: number;
}

/** Readable on white, and apart from each other also without colours (Okabe and Ito). */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#56b4e9', '#e69f00'];
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect'];
const INK = '#333';
const FAINT = '#ddd';
const LEFT = 62;
const RIGHT = 18;
/** Below the title and a legend of one line, or of two. */
const TOP = 64;
const TOP_OF_LONG_LEGEND = 86;
/** Letters that fit into a line of a legend beside so many marks. */
const LEGEND_LETTERS = 30;
const BOTTOM = 52;

/** Panels beside each other, each with its own axes and legend, for `svgOf`. */
export function panelsOption(panels: readonly Panel[], { width, height }: PanelSize): EChartsCoreOption {
  const axis = { axisLine: { lineStyle: { color: INK } }, splitLine: { show: true, lineStyle: { color: FAINT } } };
  const isLong = panels.some(({ lines }) => lines.map(({ name }) => name).join('').length > LEGEND_LETTERS);
  const top = isLong ? TOP_OF_LONG_LEGEND : TOP;
  const label = { color: INK, fontSize: 12, formatter: short };
  return {
    animation: false,
    backgroundColor: '#fff',
    color: COLOURS,
    title: panels.map(({ title }, index) => ({
      text: title,
      left: index * width + LEFT - 48,
      top: 6,
      textStyle: { fontSize: 14, color: INK },
    })),
    legend: panels.map(({ lines }, index) => ({
      data: lines.map(({ name }) => seriesName(index, name)),
      formatter: (name: string) => name.slice(name.indexOf(' ') + 1),
      left: index * width + LEFT - 52,
      top: 30,
      itemWidth: 22,
      itemGap: 10,
      textStyle: { fontSize: 12, color: INK },
    })),
    grid: panels.map((_, index) => ({
      left: index * width + LEFT,
      width: width - LEFT - RIGHT,
      top,
      height: height - top - BOTTOM,
    })),
    xAxis: panels.map(({ along, from, to }, index) => ({
      ...axis,
      type: 'log',
      gridIndex: index,
      name: along,
      nameLocation: 'middle',
      nameGap: 28,
      nameTextStyle: { fontSize: 13, color: INK },
      axisLabel: label,
      ...(from !== undefined && { min: from }),
      ...(to !== undefined && { max: to }),
    })),
    yAxis: panels.map((_, index) => ({ ...axis, type: 'log', gridIndex: index, axisLabel: label })),
    series: panels.flatMap(({ lines }, index) => lines.map((line, at) => seriesOf(line, index, at))),
  };
}

/** Legends are by name, and two panels may show the same thing. */
const seriesName = (panel: number, name: string): string => `${panel} ${name}`;

function seriesOf({ name, points, isDashed }: Line, panel: number, at: number) {
  return {
    type: 'line',
    name: seriesName(panel, name),
    xAxisIndex: panel,
    yAxisIndex: panel,
    data: points,
    color: isDashed ? '#777' : COLOURS[at % COLOURS.length],
    symbol: isDashed ? 'none' : SYMBOLS[at % SYMBOLS.length],
    symbolSize: 7,
    lineStyle: { width: 2, ...(isDashed && { type: 'dashed' }) },
  };
}

/** 1k for a thousand; three figures. */
export function short(value: number): string {
  if (value >= 1e6) return `${Number((value / 1e6).toPrecision(3))}M`;
  if (value >= 1000) return `${Number((value / 1000).toPrecision(3))}k`;
  return String(Number(value.toPrecision(3)));
}
