import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { TabPublication } from '../ports.ts';
import type { ChartLayout } from '../tabs/layout.ts';
import { TAB_SHEET_IDS } from '../tabs/tab-names.ts';
import { chartSpec } from './chart-spec.ts';
import { chartId, isOurChart } from './ids.ts';

/** Ids of our charts that the publication supposes on the tab. */
export function standingCharts({ layout, previous }: TabPublication): readonly number[] {
  const sheetId = TAB_SHEET_IDS[layout.name];
  if (previous === undefined) return [];
  if (previous.chartIds !== undefined) return previous.chartIds.filter((id) => isOurChart(sheetId, id));
  return Array.from({ length: previous.charts }, (_, index) => chartId(sheetId, index));
}

/** A chart that stands keeps its place, also where a person moved it: only what it shows is written. */
export function chartRequests(tab: TabPublication): sheets_v4.Schema$Request[] {
  const sheetId = TAB_SHEET_IDS[tab.layout.name];
  const standing = new Set(standingCharts(tab));
  const requests: sheets_v4.Schema$Request[] = tab.layout.charts.map((chart, index) => {
    const id = chartId(sheetId, index);
    if (standing.delete(id)) return { updateChartSpec: { chartId: id, spec: chartSpec(chart, sheetId) } };
    return {
      addChart: { chart: { chartId: id, spec: chartSpec(chart, sheetId), position: position(chart, sheetId) } },
    };
  });
  for (const objectId of standing) requests.push({ deleteEmbeddedObject: { objectId } });
  return requests;
}

function position(chart: ChartLayout, sheetId: number): sheets_v4.Schema$EmbeddedObjectPosition {
  return {
    overlayPosition: {
      anchorCell: { sheetId, rowIndex: chart.anchor.row, columnIndex: chart.anchor.column },
      widthPixels: chart.width,
      heightPixels: chart.height,
    },
  };
}
