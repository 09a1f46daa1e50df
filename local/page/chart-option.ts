import type { EChartsCoreOption } from 'echarts/core';
import type { AxesDrawing, PieDrawing } from '../sheets-server/page/wire.ts';
import { categoryAxis, valueAxis } from './chart-axes.ts';
import { chartFrame, tooltip } from './chart-frame.ts';
import { type Look, lookOf } from './chart-look.ts';
import { pieOption } from './chart-pie.ts';
import { seriesOption } from './chart-series.ts';

/** Left and right of the plot: numbers of the axis and its title. */
const BESIDE_PLOT = 56;

/** The chart as Apache ECharts wants it, for a drawing `width` pixels wide. */
export function chartOption(drawing: AxesDrawing | PieDrawing, width: number, dark: boolean): EChartsCoreOption {
  const look = lookOf(dark);
  return drawing.kind === 'pie' ? pieOption(drawing, width, look) : axesOption(drawing, width, look);
}

function axesOption(drawing: AxesDrawing, width: number, look: Look): EChartsCoreOption {
  const { horizontal, series, places } = drawing;
  const seen = series.filter(({ invisible }) => !invisible);
  // One series needs no legend: the title names it.
  const names = seen.length > 1 ? seen.map(({ name }) => name) : [];
  const { option, inner } = chartFrame(drawing, names, drawing.legend, width, look);
  const right = series.some((one) => one.right) && !horizontal;
  const plot = width - inner.left - inner.right - BESIDE_PLOT - (right ? 40 : 0);
  const along = horizontal ? 'BOTTOM_AXIS' : 'LEFT_AXIS';
  const left = valueAxis(drawing, along, right ? series.filter((one) => !one.right) : series, look);
  const other = valueAxis(
    drawing,
    'RIGHT_AXIS',
    series.filter((one) => one.right),
    look,
  );
  const values = right ? [left, other] : left;
  const across =
    places === undefined
      ? categoryAxis(drawing, plot, look)
      : { ...valueAxis(drawing, 'BOTTOM_AXIS', [], look), scale: true };
  return {
    ...option,
    tooltip: {
      ...tooltip(look),
      trigger: places === undefined ? 'axis' : 'item',
      axisPointer: { type: series.some((one) => one.type === 'LINE') ? 'line' : 'shadow' },
    },
    grid: { ...inner, outerBoundsMode: 'same', outerBoundsContain: 'all' },
    xAxis: horizontal ? values : across,
    yAxis: horizontal ? across : values,
    series: [
      ...series.map((one, index) => seriesOption(drawing, one, look.colour(one, index), look)),
      ...totalsOption(drawing, look),
    ],
  };
}

/** What a stack comes to, above it: a line that is not seen, with labels. */
function totalsOption({ totals, horizontal }: AxesDrawing, look: Look) {
  if (totals === undefined) return [];
  const formatter = ({ dataIndex }: { dataIndex: number }) => totals[dataIndex]?.text ?? '';
  return [
    {
      type: 'line',
      data: totals.map(({ value }) => value),
      symbolSize: 1,
      showAllSymbol: true,
      silent: true,
      tooltip: { show: false },
      lineStyle: { opacity: 0 },
      itemStyle: { color: 'transparent' },
      label: { show: true, position: horizontal ? 'right' : 'top', formatter, ...look.text, fontWeight: 'bold' },
    },
  ];
}
