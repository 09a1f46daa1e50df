import { stringOf } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { chartData } from './chart-data.ts';
import { Html, html } from './html.ts';

/** Every chart of a tab as a figure. The drawing library is loaded with the first chart, not with the server. */
export async function tabCharts(workbook: Workbook, sheet: Sheet): Promise<Html[]> {
  const charts = sheet.list('charts');
  if (charts.length === 0) return [];
  const { chartSvg } = await import('./chart-svg.ts');
  return charts.map((chart) => {
    const spec = chart.spec;
    const named = typeof spec === 'object' && spec !== null && 'title' in spec ? stringOf(spec.title) : undefined;
    const title = named ?? 'Chart';
    try {
      const data = chartData(workbook, chart);
      if (data === undefined)
        return html`<figure class="chart"><p>${title}: this kind of chart is not drawn here.</p></figure>`;
      return html`<figure class="chart" style="max-width:${data.width}px" role="img" aria-label="${title}">${new Html(chartSvg(data))}</figure>`;
    } catch (error) {
      // A chart may point at cells that are gone; the page is still worth showing.
      return html`<figure class="chart"><p>${title}: ${error instanceof Error ? error.message : 'cannot be drawn.'}</p></figure>`;
    }
  });
}
