import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type Panel, type PanelSize, panelsOption } from './panels.ts';

use([LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

/** The panels as the text of an SVG file; needs no browser. */
export function svgOf(panels: readonly Panel[], size: PanelSize): string {
  const whole = { width: size.width * panels.length, height: size.height };
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...whole });
  chart.setOption(panelsOption(panels, size));
  const svg = chart.renderToSVGString();
  chart.dispose();
  return `${svg}\n`;
}
