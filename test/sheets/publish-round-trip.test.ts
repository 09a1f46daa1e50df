import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chartId } from '../../lambdas/sheets/ids.ts';
import type { TabLayout } from '../../lambdas/tabs/layout.ts';
import { TAB_SHEET_IDS } from '../../lambdas/tabs/tab-names.ts';
import { DISCOVERY_MISSING, discoveryIsHere } from '../support/sheets-discovery.ts';
import { cell, lineChart, STYLE_NAMES, tableLayout } from '../support/sheets-layouts.ts';
import { first, layouts, next } from '../support/sheets-publications.ts';
import { faultsIn, type RoundTrip, salesWorkbook, startRoundTrip } from '../support/sheets-round-trip.ts';

let trip: RoundTrip;
beforeAll(async () => {
  trip = await startRoundTrip();
});
afterAll(() => trip.server.close());

async function published() {
  const workbook = trip.server.addWorkbook(salesWorkbook(2));
  expect(await trip.sheets.publish(workbook, first)).toBe('published');
  return workbook;
}

const grid = async (workbook: string, tab: keyof typeof TAB_SHEET_IDS) =>
  (await trip.sheets.read(workbook, [TAB_SHEET_IDS[tab]])).grids()[0];

describe('publish', () => {
  test('every style, type, note, link and kind of chart is taken', async () => {
    const workbook = trip.server.addWorkbook(salesWorkbook(2));
    const texts = ['=1+1', '+1', '-1', '@x', 'text'];
    const chart = lineChart('One', 4);
    const layout: TabLayout = {
      ...tableLayout('Week', 3),
      widths: [100, 100, 100, 100, 100],
      rows: [
        texts.map((text) => cell(text, 'head')),
        [
          cell(1.5, 'decimal'),
          cell(true),
          cell({ formula: '=1+1' }, 'count'),
          { value: 'go', style: 'bad', link: '#gid=0' },
        ],
        [{ value: 0, style: 'count', note: 'a note' }],
        ...STYLE_NAMES.map((style) => [cell('x', style), cell(2, style), cell(undefined, style)]),
      ],
      charts: [
        chart,
        ...(['COLUMN', 'BAR', 'COMBO', 'STACKED_COLUMN'] as const).map((kind) => ({ ...chart, kind, subtitle: kind })),
      ],
    };
    const publication = { ...first, tabs: [{ layout }, { layout: tableLayout('Health', 1) }] };
    expect(await trip.sheets.publish(workbook, publication)).toBe('published');
    const rows = await grid(workbook, 'Week');
    expect(rows?.slice(0, 3)).toEqual([texts, [1.5, true, 2, 'go'], [0]]);
    expect((await trip.sheets.describe(workbook)).tabs.find(({ title }) => title === 'Week')?.chartIds).toHaveLength(5);
  });

  test('clears what it had, and touches nothing to the right and below', async () => {
    const workbook = await published();
    trip.server.edit(workbook, [{ appendDimension: { sheetId: TAB_SHEET_IDS.Week, dimension: 'COLUMNS', length: 3 } }]);
    trip.server.typeInto(workbook, 'Week!C2', [['mine']]);
    trip.server.typeInto(workbook, 'Week!A9', [['mine too']]);
    const now = await trip.sheets.describe(workbook);
    expect(await trip.sheets.publish(workbook, next(first, now, [tableLayout('Week', 1)], 'k2'))).toBe('published');
    expect(await grid(workbook, 'Week')).toEqual([
      ['Rep', 'MSIs'],
      ['Rep 0', 0, 'mine'],
      ...[[], [], [], [], [], []],
      ['mine too'],
    ]);
    expect((await trip.sheets.describe(workbook)).tabs[2]).toMatchObject({ chartIds: [], columnCount: 11 });
  });

  test('grows, and adds a chart again that a person deleted', async () => {
    const workbook = await published();
    trip.server.edit(workbook, [{ deleteEmbeddedObject: { objectId: chartId(TAB_SHEET_IDS.Week, 0) } }]);
    const now = await trip.sheets.describe(workbook);
    const longer = tableLayout('Week', 300, [lineChart('MSIs', 4)]);
    expect(await trip.sheets.publish(workbook, next(first, now, [longer], 'k2'))).toBe('published');
    expect(await grid(workbook, 'Week')).toHaveLength(301);
    expect((await trip.sheets.describe(workbook)).tabs[2]).toMatchObject({
      rowCount: 303,
      chartIds: [chartId(TAB_SHEET_IDS.Week, 0)],
    });
  });

  test('finds its tabs after a rename, and sets up one that was deleted under a title that is free', async () => {
    const workbook = await published();
    trip.server.edit(
      workbook,
      [
        { updateSheetProperties: { properties: { sheetId: TAB_SHEET_IDS.Week, title: 'Health' }, fields: 'title' } },
        { deleteSheet: { sheetId: TAB_SHEET_IDS.Health } },
      ].reverse(),
    );
    const now = await trip.sheets.describe(workbook);
    const publication = next(first, now, layouts, 'k2');
    const stands = now.namedRanges.some(({ name }) => name === 'leadsheet_gen_1_k_1');
    const { from, ...withoutFrom } = publication;
    expect(await trip.sheets.publish(workbook, stands && from !== undefined ? publication : withoutFrom)).toBe(
      'published',
    );
    expect((await trip.sheets.describe(workbook)).tabs.slice(2)).toMatchObject([
      { sheetId: TAB_SHEET_IDS.Week, title: 'Health' },
      { sheetId: TAB_SHEET_IDS.Health, title: 'Health (Leadsheet)' },
    ]);
  });

  test('two from one view: the first wins, the second is stale and changes nothing', async () => {
    const workbook = await published();
    const now = await trip.sheets.describe(workbook);
    const one = next(first, now, [tableLayout('Week', 5)], 'one');
    const two = next(first, now, [tableLayout('Week', 9)], 'two');
    expect(await trip.sheets.publish(workbook, one)).toBe('published');
    expect(await trip.sheets.publish(workbook, two)).toBe('stale');
    expect(await grid(workbook, 'Week')).toHaveLength(6);
  });

  test('two first ones at once: one wins', async () => {
    const workbook = trip.server.addWorkbook(salesWorkbook(1));
    const twin = { ...first, to: { generation: 1, key: 'other' } };
    const outcomes = await Promise.all([trip.sheets.publish(workbook, first), trip.open().publish(workbook, twin)]);
    expect(outcomes.sort()).toEqual(['published', 'stale']);
  });

  test('in a race of many from one view exactly one wins', async () => {
    const workbook = await published();
    const now = await trip.sheets.describe(workbook);
    const outcomes = await Promise.all(
      ['a', 'b', 'c', 'd'].map((key) => trip.open().publish(workbook, next(first, now, [tableLayout('Week', 2)], key))),
    );
    expect(outcomes.sort()).toEqual(['published', 'stale', 'stale', 'stale']);
  });

  const batch = (call: { kinds: readonly string[] }) => call.kinds.length > 0;
  test.each([
    ['applied, then 503', { answer: 503, when: 'after' }],
    ['applied, then 500', { answer: 500, when: 'after' }],
    ['applied, then cut off', { answer: 'cut', when: 'after' }],
    ['cut off before', { answer: 'cut', when: 'before' }],
    ['503 before', { answer: 503, when: 'before' }],
    ['429 before', { answer: 429, when: 'before' }],
    ['applied, no answer', { answer: 'never', when: 'after' }],
  ] as const)('is published exactly once when it is %s', async (_, fault) => {
    const workbook = await published();
    const now = await trip.sheets.describe(workbook);
    trip.server.faults.next({ ...fault, match: batch });
    const publication = next(first, now, [tableLayout('Week', 7)], 'k2');
    expect(await trip.open({ timeoutMs: 2000 }).publish(workbook, publication)).toBe('published');
    expect(trip.server.faults.waiting).toBe(0);
    expect(await grid(workbook, 'Week')).toHaveLength(8);
    const fences = (await trip.sheets.describe(workbook)).namedRanges.filter(({ name }) => name.includes('_gen_'));
    expect(fences).toMatchObject([{ name: 'leadsheet_gen_2_k2' }]);
  });

  test('counts what it costs', async () => {
    const workbook = trip.server.addWorkbook(salesWorkbook(1));
    const before = { ...trip.meter.totals };
    await trip.sheets.publish(workbook, first);
    expect(trip.meter.totals['sheets.writes']).toBe((before['sheets.writes'] ?? 0) + 1);
    expect(trip.meter.totals['sheets.reads']).toBe(before['sheets.reads'] ?? 0);
    expect((trip.meter.totals['sheets.bytesWritten'] ?? 0) - (before['sheets.bytesWritten'] ?? 0)).toBe(
      trip.server.calls.at(-1)?.bodyBytes,
    );
  });
});

describe.skipIf(!discoveryIsHere)(`by Google's discovery document (skipped when ${DISCOVERY_MISSING})`, () => {
  test('every request of this file was valid', () => {
    expect(trip.server.calls.length).toBeGreaterThan(50);
    expect(faultsIn(trip)).toEqual([]);
  });
});
