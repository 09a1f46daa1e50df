import { BarChart, LineChart, PieChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';
import type { AxesDrawing, PieDrawing } from '../sheets-server/page/wire.ts';
import { chartOption } from './chart-option.ts';

use([
  BarChart,
  LineChart,
  PieChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  TitleComponent,
  TooltipComponent,
  LabelLayout,
  CanvasRenderer,
]);

export function drawChart(
  figure: HTMLElement,
  drawing: AxesDrawing | PieDrawing,
  size: { readonly width: number; readonly height: number },
  dark: boolean,
): void {
  const chart = init(figure, null, { renderer: 'canvas', ...size });
  chart.setOption(chartOption(drawing, size.width, dark));
}
