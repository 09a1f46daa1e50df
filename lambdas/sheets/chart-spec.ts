import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { CellRange, ChartLayout, SeriesLayout } from '../tabs/layout.ts';
import { colourStyle } from './colours.ts';

const CHART_TYPES = { LINE: 'LINE', COLUMN: 'COLUMN', BAR: 'BAR', COMBO: 'COMBO', STACKED_COLUMN: 'COLUMN' } as const;

/** A chart as `addChart` and `updateChartSpec` take it; its sources lie on the tab `sheetId`. */
export function chartSpec(chart: ChartLayout, sheetId: number): sheets_v4.Schema$ChartSpec {
  return {
    title: chart.title,
    ...(chart.subtitle === undefined ? {} : { subtitle: chart.subtitle }),
    altText: chart.subtitle === undefined ? chart.title : `${chart.title}. ${chart.subtitle}`,
    // A row that somebody hides in the table does not silently change the picture.
    hiddenDimensionStrategy: 'SHOW_ALL',
    basicChart: {
      chartType: CHART_TYPES[chart.kind],
      ...(chart.kind === 'STACKED_COLUMN' ? { stackedType: 'STACKED' } : {}),
      legendPosition: 'BOTTOM_LEGEND',
      headerCount: chart.headerCount,
      axis: axes(chart),
      domains: [{ domain: source(chart.domain, sheetId, chart.title) }],
      series: chart.series.map((series) => seriesSpec(series, chart, sheetId)),
    },
  };
}

function axes(chart: ChartLayout): sheets_v4.Schema$BasicChartAxis[] {
  const titles = [
    ['BOTTOM_AXIS', chart.bottomTitle],
    ['LEFT_AXIS', chart.leftTitle],
    ['RIGHT_AXIS', chart.rightTitle],
  ] as const;
  return titles.flatMap(([position, title]) => (title === undefined ? [] : [{ position, title }]));
}

function seriesSpec(series: SeriesLayout, chart: ChartLayout, sheetId: number): sheets_v4.Schema$BasicChartSeries {
  const type = chart.kind === 'COMBO' ? (series.type ?? 'COLUMN') : undefined;
  // Sheets takes a line style for lines and areas only.
  const drawnAsLine = chart.kind === 'LINE' || type === 'LINE' || type === 'AREA';
  return {
    series: source(series.range, sheetId, chart.title),
    targetAxis: targetAxis(series, chart),
    ...(type === undefined ? {} : { type }),
    ...(series.colour === undefined ? {} : { colorStyle: colourStyle(series.colour) }),
    ...(drawnAsLine ? { lineStyle: { type: series.dashed === true ? 'MEDIUM_DASHED' : 'SOLID', width: 2 } } : {}),
  };
}

/** Bars lie: their values run along the bottom. */
function targetAxis(series: SeriesLayout, chart: ChartLayout): 'BOTTOM_AXIS' | 'LEFT_AXIS' | 'RIGHT_AXIS' {
  if (chart.kind === 'BAR') return 'BOTTOM_AXIS';
  return series.axis === 'RIGHT' ? 'RIGHT_AXIS' : 'LEFT_AXIS';
}

function source(range: CellRange, sheetId: number, title: string): sheets_v4.Schema$ChartData {
  const rows = range.endRow - range.startRow;
  const columns = range.endColumn - range.startColumn;
  if (rows < 1 || columns < 1 || (rows === 1) === (columns === 1)) {
    throw new Error(`A source of the chart "${title}" is ${rows} x ${columns} cells; exactly one side must be 1.`);
  }
  return { sourceRange: { sources: [gridRange(range, sheetId)] } };
}

export function gridRange(range: CellRange, sheetId: number): sheets_v4.Schema$GridRange {
  return {
    sheetId,
    startRowIndex: range.startRow,
    endRowIndex: range.endRow,
    startColumnIndex: range.startColumn,
    endColumnIndex: range.endColumn,
  };
}
