import { type JsonObject, numberOf, objectOf, stringOf } from '../../../json.ts';
import type { Workbook } from '../../../model/workbook.ts';
import type { SheetNames } from '../sheet-names.ts';
import { basicChart } from './basic-chart.ts';
import { seriesXml } from './chart-series.ts';
import { chartSource } from './chart-source.ts';
import { title } from './title.ts';

const LEGENDS: Readonly<Record<string, string>> = { BOTTOM_LEGEND: 'b', LEFT_LEGEND: 'l', TOP_LEGEND: 't' };

/** `xl/charts/chartN.xml` of Google's `ChartSpec`; undefined for a kind that is not exported, or whose cells are gone. */
export function chartPart(workbook: Workbook, names: SheetNames, spec: JsonObject): string | undefined {
  const plot = plotOf(workbook, names, spec);
  if (plot === undefined) return undefined;
  const lines = [stringOf(spec.title) ?? '', stringOf(spec.subtitle) ?? ''].filter((line) => line !== '');
  const { legendPosition, headerCount } = objectOf(spec.basicChart ?? spec.pieChart);
  // Series without a name would be called by numbers.
  const nameless = spec.basicChart !== undefined && (numberOf(headerCount) ?? 0) === 0;
  const legend = stringOf(legendPosition) ?? '';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:roundedCorners val="0"/><c:chart>${
    lines.length === 0 ? '<c:autoTitleDeleted val="1"/>' : `${title(lines, 1400)}<c:autoTitleDeleted val="0"/>`
  }<c:plotArea><c:layout/>${plot}</c:plotArea>${
    nameless || legend === 'NO_LEGEND'
      ? ''
      : `<c:legend><c:legendPos val="${LEGENDS[legend] ?? 'r'}"/><c:overlay val="0"/></c:legend>`
  }<c:plotVisOnly val="${spec.hiddenDimensionStrategy === 'SHOW_ALL' ? 0 : 1}"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`;
}

function plotOf(workbook: Workbook, names: SheetNames, spec: JsonObject): string | undefined {
  try {
    if (spec.basicChart !== undefined) return basicChart(workbook, names, objectOf(spec.basicChart));
    return spec.pieChart === undefined ? undefined : pieChart(workbook, names, objectOf(spec.pieChart));
  } catch {
    // A chart may point at cells that are gone; the tab is still worth having.
    return undefined;
  }
}

function pieChart(workbook: Workbook, names: SheetNames, pie: JsonObject): string {
  const categories = chartSource(workbook, names, pie.domain, 0);
  const values = chartSource(workbook, names, pie.series, 0);
  const slices = `<c:varyColors val="1"/>${seriesXml({ kind: 'pie', categories, values, look: {}, smooth: false }, 0)}<c:firstSliceAng val="0"/>`;
  const hole = Math.min(90, Math.round((numberOf(pie.pieHole) ?? 0) * 100));
  if (hole <= 0) return `<c:pieChart>${slices}</c:pieChart>`;
  return `<c:doughnutChart>${slices}<c:holeSize val="${Math.max(10, hole)}"/></c:doughnutChart>`;
}
