import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { afterAll, beforeEach, expect, it } from 'vitest';
import type { AxesDrawing, ChartWire } from '../../../local/sheets-server/page/wire.ts';
import { grid, oneTab } from '../requests/sheet-of.ts';

const { server, reset, type, batch } = await oneTab();
beforeEach(() => {
  reset();
  type('T!A1:E5', [
    ['Week', 'Calls', 'Asks', 'Ratio', 'x'],
    ['w1', 10, 4, '40%', 3],
    ['w2', 20, '', '25%', 1],
    ['w3', 30, 6, '20%', 2],
    ['w4', 0, 0, '', ''],
  ]);
});
afterAll(() => server.close());

const column = (at: number, from = 0, to = 5): sheets_v4.Schema$ChartData => ({
  sourceRange: { sources: [grid(from, to, at, at + 1)] },
});

async function drawn(spec: sheets_v4.Schema$ChartSpec): Promise<ChartWire> {
  const overlayPosition = { anchorCell: { sheetId: 0 } };
  await batch({ addChart: { chart: { spec, position: { overlayPosition } } } });
  const [chart] = (await (await fetch(`${server.url}w/book/tab/0/charts`)).json()) as ChartWire[]; // our own wire
  if (chart === undefined) throw new Error('The chart is not there.');
  return chart;
}

async function axes(basicChart: sheets_v4.Schema$BasicChartSpec, more = {}): Promise<AxesDrawing> {
  const domains = [{ domain: column(0) }];
  const { drawing, problem } = await drawn({
    title: 'Chart',
    ...more,
    basicChart: { headerCount: 1, domains, ...basicChart },
  });
  if (drawing?.kind !== 'axes') throw new Error(problem ?? 'It has no axes.');
  return drawing;
}

it('reads names, values, gaps, looks and labels of series', async () => {
  const drawing = await axes({
    chartType: 'COMBO',
    legendPosition: 'RIGHT_LEGEND',
    interpolateNulls: true,
    lineSmoothing: true,
    axis: [
      { position: 'BOTTOM_AXIS', title: 'Week' },
      { position: 'RIGHT_AXIS', viewWindowOptions: { viewWindowMin: 0, viewWindowMax: 1 } },
    ],
    series: [
      {
        series: column(1),
        type: 'COLUMN',
        colorStyle: { rgbColor: { red: 1 } },
        styleOverrides: [{ index: 2, color: { blue: 1 } }],
      },
      {
        series: column(2),
        type: 'LINE',
        lineStyle: { type: 'DOTTED', width: 4 },
        pointStyle: { shape: 'SQUARE', size: 9 },
      },
      { series: column(3), type: 'LINE', targetAxis: 'RIGHT_AXIS', dataLabel: { type: 'DATA', placement: 'BELOW' } },
    ],
  });
  expect(drawing).toMatchObject({
    legend: 'right',
    joined: true,
    smooth: true,
    categories: ['w1', 'w2', 'w3', 'w4'],
    axisTitles: { BOTTOM_AXIS: 'Week' },
    axisRanges: { RIGHT_AXIS: { min: 0, max: 1 } },
    series: [
      { name: 'Calls', type: 'COLUMN', values: [10, 20, 30, 0], colour: '#ff0000', pointColours: [[2, '#0000ff']] },
      {
        name: 'Asks',
        type: 'LINE',
        values: [4, null, 6, 0],
        line: 'dotted',
        dashed: true,
        width: 4,
        point: { shape: 'SQUARE', size: 9 },
      },
      { name: 'Ratio', right: true, percent: true, labels: ['40%', '25%', '20%', ''], labelPlace: 'BELOW' },
    ],
  });
  expect(drawing.series.map(({ stack }) => stack)).toEqual([undefined, undefined, undefined]);
});

it('stacks series of a type, never lines, and shows shares of 100 %', async () => {
  const series = [
    { series: column(1), type: 'AREA' },
    { series: column(2), type: 'AREA' },
    { series: column(3), type: 'LINE' },
  ];
  const stacked = await axes({ chartType: 'COMBO', stackedType: 'STACKED', series, totalDataLabel: { type: 'DATA' } });
  expect(stacked.series.map(({ stack }) => stack)).toEqual(['AREA', 'AREA', undefined]);
  expect(stacked.totals?.map(({ text }) => text)).toEqual(['14', '20', '36', '0']);
});

it('shows shares of 100 %', async () => {
  const series = [{ series: column(1) }, { series: column(2) }];
  const { series: shares } = await axes({ chartType: 'COLUMN', stackedType: 'PERCENT_STACKED', series });
  expect(shares.map(({ values, percent }) => [percent, values])).toEqual([
    [true, [10 / 14, 1, 30 / 36, null]],
    [true, [4 / 14, null, 6 / 36, null]],
  ]);
});

it.each([
  ['white', { color: { red: 1, green: 1, blue: 1 } }],
  ['without any opacity', { colorStyle: { rgbColor: { blue: 1, alpha: 0 } } }],
])('does not show the lower edge of a band that is %s', async (_, look) => {
  const series = [
    { series: column(1), type: 'AREA', ...look },
    { series: column(2), type: 'AREA' },
  ];
  const { series: all } = await axes({ chartType: 'COMBO', stackedType: 'STACKED', series });
  expect(all.map(({ invisible }) => invisible)).toEqual([true, false]);
});

it('puts points where the numbers of the domain are', async () => {
  const { places } = await axes({
    chartType: 'SCATTER',
    domains: [{ domain: column(4) }],
    series: [{ series: column(1) }],
  });
  expect(places).toEqual([3, 1, 2, null]);
});

it('turns the domain round, and guesses headers when nobody says', async () => {
  const turned = await axes({
    chartType: 'BAR',
    domains: [{ domain: column(0), reversed: true }],
    series: [{ series: column(1) }],
  });
  expect([turned.categories[0], turned.series[0]?.values[0], turned.horizontal]).toEqual(['w4', 0, true]);
});

it('guesses headers when nobody says', async () => {
  const { drawing } = await drawn({
    basicChart: { chartType: 'LINE', domains: [{ domain: column(0) }], series: [{ series: column(1) }] },
  });
  expect(drawing).toMatchObject({ categories: ['w1', 'w2', 'w3', 'w4'], series: [{ name: 'Calls' }] });
});

it('leaves hidden rows out, unless the chart wants them', async () => {
  const filterSpecs = [{ columnIndex: 0, filterCriteria: { hiddenValues: ['w2'] } }];
  await batch({ setBasicFilter: { filter: { range: grid(0, 5, 0, 2), filterSpecs } } });
  const chart = { chartType: 'LINE', series: [{ series: column(1) }] };
  expect((await axes(chart)).categories).toEqual(['w1', 'w3', 'w4']);
});

it('takes hidden rows when the chart wants them', async () => {
  const hidden = { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 };
  await batch({
    updateDimensionProperties: { range: hidden, properties: { hiddenByUser: true }, fields: 'hiddenByUser' },
  });
  const chart = { chartType: 'LINE', series: [{ series: column(1) }] };
  expect((await axes(chart, { hiddenDimensionStrategy: 'SHOW_ALL' })).categories).toHaveLength(4);
});

it('cuts a pie of what is above 0', async () => {
  const { drawing } = await drawn({
    pieChart: { legendPosition: 'LABELED_LEGEND', pieHole: 0.4, domain: column(0), series: column(1) },
  });
  expect(drawing).toMatchObject({ kind: 'pie', legend: 'labels', hole: 0.4 });
  expect(drawing?.kind === 'pie' ? drawing.slices : []).toEqual([
    { name: 'w1', value: 10, shown: '10' },
    { name: 'w2', value: 20, shown: '20' },
    { name: 'w3', value: 30, shown: '30' },
  ]);
});

it('counts how many numbers fall into each range', async () => {
  const { drawing } = await drawn({ histogramChart: { series: [{ data: column(1) }], bucketSize: 15 } });
  expect(drawing).toMatchObject({
    categories: ['0 – 15', '15 – 30', '30 – 45'],
    series: [{ name: 'Calls', values: [2, 1, 1] }],
  });
});

it('shows one number beside another', async () => {
  const { drawing } = await drawn({
    title: 'Calls',
    scorecardChart: {
      aggregateType: 'SUM',
      keyValueData: column(1, 2, 4),
      baselineValueData: column(1, 0, 3),
      baselineValueFormat: { comparisonType: 'PERCENTAGE_DIFFERENCE', description: 'to last week' },
    },
  });
  expect(drawing).toMatchObject({
    kind: 'score',
    value: '50',
    baseline: { text: '66.7% to last week', direction: 'up' },
  });
});

it('says in words what it does not draw', async () => {
  const chart = await drawn({
    title: 'Steps',
    altText: 'From calls to closes',
    waterfallChart: { domain: { data: column(0) }, series: [{ data: column(1) }] },
  });
  expect(chart).toMatchObject({
    altText: 'From calls to closes',
    problem: 'A waterfall chart is not drawn here; Sheets draws it.',
  });
});
