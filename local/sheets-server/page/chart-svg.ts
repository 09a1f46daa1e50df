import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { ChartData } from './chart-data.ts';
import { chartOption, colourOf, FAINT, INK } from './chart-option.ts';
import { inBothModes } from './colours.ts';

use([BarChart, LineChart, ScatterChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

/** The chart as SVG that follows the page's light and dark mode. Text in it is escaped by the renderer. */
export function chartSvg(data: ChartData): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: data.width, height: data.height });
  try {
    chart.setOption(chartOption(data));
    let svg = chart.renderToSVGString();
    const colours = new Map([
      [INK, 'var(--ink)'],
      [FAINT, 'var(--faint)'],
      ...data.series.map((series, index): [string, string] => {
        const colour = colourOf(series, index);
        return [colour, inBothModes(colour, 'series')];
      }),
    ]);
    for (const [hex, css] of colours) svg = svg.replaceAll(`="${hex}"`, `="${css}"`).replaceAll(`:${hex};`, `:${css};`);
    return svg;
  } finally {
    chart.dispose();
  }
}
