import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { refusal } from '../support.ts';
import { grid, oneTab } from './sheet-of.ts';

const { server, reset, batch, describe: show } = await oneTab();
afterAll(() => server.close());
beforeEach(reset);

const source = (column: number) => ({ sourceRange: { sources: [grid(0, 4, column, column + 1)] } });
const spec = {
  title: 'Sold',
  basicChart: {
    chartType: 'COLUMN',
    axis: [{ position: 'BOTTOM_AXIS', title: 'Model' }],
    domains: [{ domain: source(0) }],
    series: [{ series: source(1), targetAxis: 'LEFT_AXIS' }],
  },
};
const add = async (chart: sheets_v4.Schema$EmbeddedChart) => (await batch({ addChart: { chart } }))[0]?.addChart?.chart;
const titles = async () => (await show('sheets.properties')).sheets?.map(({ properties }) => properties?.title);

it('stands on a tab of its own, which is no grid', async () => {
  const chart = await add({ spec, position: { newSheet: true } });
  const [, made] = (await show('sheets(properties,charts)')).sheets ?? [];
  expect(made?.properties).toEqual({
    sheetId: chart?.position?.sheetId,
    title: 'Chart1',
    index: 1,
    sheetType: 'OBJECT',
  });
  expect(made?.charts?.[0]?.chartId).toBe(chart?.chartId);
  const properties = { sheetId: Number(chart?.position?.sheetId), title: 'Sales' };
  await batch({ updateSheetProperties: { properties, fields: 'title' } });
  expect(await titles()).toEqual(['T', 'Sales']);
});

it('moves between the cells and a tab of its own', async () => {
  const chart = await add({ spec, position: { newSheet: true } });
  const objectId = Number(chart?.chartId);
  const overlayPosition = { anchorCell: { sheetId: 0, rowIndex: 2, columnIndex: 3 } };
  const move = (newPosition: sheets_v4.Schema$EmbeddedObjectPosition) =>
    batch({ updateEmbeddedObjectPosition: { objectId, newPosition, fields: '*' } });
  await move({ overlayPosition });
  expect(await titles()).toEqual(['T']);
  await move({ newSheet: true });
  expect(await titles()).toEqual(['T', 'Chart1']);
  await batch({ deleteEmbeddedObject: { objectId } });
  expect(await titles()).toEqual(['T']);
  expect((await refusal(batch({ deleteEmbeddedObject: { objectId } }))).message).toContain(
    `No embedded object with id: ${objectId}`,
  );
});

it('gets the font and the strategy that Google fills in', async () => {
  const chart = await add({ spec, position: { overlayPosition: { anchorCell: { sheetId: 0 } } } });
  expect(chart?.spec).toMatchObject({
    fontName: 'Roboto',
    titleTextFormat: { fontFamily: 'Roboto' },
    hiddenDimensionStrategy: 'SKIP_HIDDEN_ROWS_AND_COLUMNS',
    basicChart: { axis: [{ format: { fontFamily: 'Roboto' }, viewWindowOptions: {} }] },
  });
});

it('needs a place and a kind', async () => {
  const said = async (chart: sheets_v4.Schema$EmbeddedChart) => refusal(add(chart));
  expect((await said({ spec })).message).toContain(
    'One of EmbeddedObjectPosition.overlayPosition or EmbeddedObjectPosition.sheetId must be set',
  );
  expect((await said({ spec: { title: 'x' }, position: { newSheet: true } })).message).toContain(
    'must be set on chartSpec',
  );
  const empty = { basicChart: { chartType: 'LINE' } };
  expect(await said({ spec: empty, position: { newSheet: true } })).toMatchObject({ code: 500, status: 'INTERNAL' });
});
