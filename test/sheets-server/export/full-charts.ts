import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';

type Request = sheets_v4.Schema$Request;

const column = (index: number, startRowIndex = 0) => ({
  sourceRange: {
    sources: [{ sheetId: 0, startRowIndex, endRowIndex: 9, startColumnIndex: index, endColumnIndex: index + 1 }],
  },
});
const series = (index: number, more: object = {}) => ({ series: column(index), targetAxis: 'LEFT_AXIS', ...more });

const basic = (chartType: string, more: sheets_v4.Schema$BasicChartSpec = {}) => ({
  title: `A ${chartType} & more`,
  basicChart: {
    chartType,
    headerCount: 1,
    legendPosition: 'BOTTOM_LEGEND',
    domains: [{ domain: column(0) }],
    series: [series(1)],
    ...more,
  },
});

const SPECS: sheets_v4.Schema$ChartSpec[] = [
  {
    ...basic('COMBO', {
      axis: [
        { position: 'BOTTOM_AXIS', title: 'Who' },
        { position: 'LEFT_AXIS', title: 'How many', viewWindowOptions: { viewWindowMin: 0, viewWindowMax: 50 } },
        { position: 'RIGHT_AXIS', title: 'How often' },
      ],
      series: [
        series(1, { type: 'COLUMN', colorStyle: { rgbColor: { red: 1 } } }),
        series(4, { type: 'LINE', targetAxis: 'RIGHT_AXIS', lineStyle: { type: 'MEDIUM_DASHED', width: 3 } }),
      ],
    }),
    subtitle: 'and a line',
    altText: 'Columns <and> a line',
    hiddenDimensionStrategy: 'SHOW_ALL',
  },
  basic('LINE', { lineSmoothing: true, domains: [{ domain: column(2) }] }),
  basic('BAR', { series: [series(1, { targetAxis: 'BOTTOM_AXIS' })] }),
  basic('AREA', { stackedType: 'STACKED', series: [series(1), series(4)] }),
  basic('SCATTER', { domains: [{ domain: column(1) }], series: [series(4)] }),
  { title: 'A pie', pieChart: { domain: column(0, 1), series: column(1, 1), pieHole: 0.5 } },
  { histogramChart: { series: [{ data: column(1) }] } },
];

/** A combination, a line, bars, areas, a scatter chart, a ring, and one of a kind that is not exported. */
export const CHARTS: Request[] = SPECS.map((spec, index) => ({
  addChart: {
    chart: {
      spec,
      position: {
        overlayPosition: {
          anchorCell: { sheetId: 0, rowIndex: 13 + index, columnIndex: 1 },
          offsetXPixels: 10,
          widthPixels: 400,
          heightPixels: 200,
        },
      },
    },
  },
}));
