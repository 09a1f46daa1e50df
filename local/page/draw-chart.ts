import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import type { ChartDrawing } from '../sheets-server/page/wire.ts';
import { chartOption } from './chart-option.ts';

use([
  BarChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  TitleComponent,
  TooltipComponent,
  CanvasRenderer,
]);

export function drawChart(
  figure: HTMLElement,
  drawing: ChartDrawing,
  size: { readonly width: number; readonly height: number },
  dark: boolean,
): void {
  const chart = init(figure, null, { renderer: 'canvas', ...size });
  chart.setOption(chartOption(drawing, size.width, dark));
}
