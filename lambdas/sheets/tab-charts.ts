import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { TabPublication } from '../ports.ts';
import type { ChartLayout } from '../tabs/layout.ts';
import { TAB_SHEET_IDS } from '../tabs/tab-names.ts';
import { chartSpec } from './chart-spec.ts';
import { chartId, isOurChart } from './ids.ts';

type Request = sheets_v4.Schema$Request;

/** Ids of our charts that the publication supposes on the tab. */
export function standingCharts({ layout, previous }: TabPublication): readonly number[] {
  const sheetId = TAB_SHEET_IDS[layout.name];
  if (previous === undefined) return [];
  if (previous.chartIds !== undefined) return previous.chartIds.filter((id) => isOurChart(sheetId, id));
  return Array.from({ length: previous.charts }, (_, index) => chartId(sheetId, index));
}

/** What a chart shows is always written; it is moved only when the layout moved it, so people may arrange charts. */
export function chartRequests(tab: TabPublication): Request[] {
  const sheetId = TAB_SHEET_IDS[tab.layout.name];
  const standing = new Set(standingCharts(tab));
  const requests = tab.layout.charts.flatMap((chart, index): Request[] => {
    const id = chartId(sheetId, index);
    const spec = chartSpec(chart, sheetId);
    if (!standing.delete(id))
      return [{ addChart: { chart: { chartId: id, spec, position: position(chart, sheetId) } } }];
    return [
      { updateChartSpec: { chartId: id, spec } },
      ...(wasMoved(chart, tab.previous?.chartAnchors?.[index]) ? [moveChart(id, chart, sheetId)] : []),
    ];
  });
  for (const objectId of standing) requests.push({ deleteEmbeddedObject: { objectId } });
  return requests;
}

function wasMoved({ anchor }: ChartLayout, before: ChartLayout['anchor'] | undefined): boolean {
  return before !== undefined && (before.row !== anchor.row || before.column !== anchor.column);
}

function moveChart(objectId: number, chart: ChartLayout, sheetId: number): Request {
  const { overlayPosition } = position(chart, sheetId);
  return {
    updateEmbeddedObjectPosition: {
      objectId,
      newPosition: { overlayPosition: { anchorCell: overlayPosition?.anchorCell ?? {} } },
      fields: 'anchorCell',
    },
  };
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
