import fc from 'fast-check';
import type { Publication, TabExtent, TabPublication } from '../../lambdas/ports.ts';
import type { CellLayout, CellRange, ChartLayout, StyleName, TabLayout } from '../../lambdas/tabs/layout.ts';
import { TAB_NAMES, type TabName } from '../../lambdas/tabs/tab-names.ts';

export const STYLE_NAMES: readonly StyleName[] = [
  'title',
  'stamp',
  'banner',
  'heading',
  'head',
  'head-right',
  'text',
  'strong',
  'muted',
  'wrap',
  'wrap-strong',
  'wrap-muted',
  'label',
  'count',
  'count-strong',
  'count-muted',
  'count-top',
  'restated-count',
  'decimal',
  'hundredths',
  'percent',
  'percent-strong',
  'percent-muted',
  'money',
  'money-strong',
  'date',
  'good',
  'caution',
  'bad',
  'bad-top',
  'spark',
];

export function cell(value: CellLayout['value'], style: StyleName = 'text'): CellLayout {
  return value === undefined ? { style } : { value, style };
}

export function range(startRow: number, endRow: number, startColumn: number, endColumn: number): CellRange {
  return { startRow, endRow, startColumn, endColumn };
}

/** A small table of a name and a number per row, below a head. */
export function tableLayout(name: TabName, rows: number, charts: readonly ChartLayout[] = []): TabLayout {
  const head = [cell('Rep', 'head'), cell('MSIs', 'head-right')];
  const body = Array.from({ length: rows }, (_, row) => [cell(`Rep ${row}`), cell(row, 'count')]);
  return { name, frozenRows: 1, frozenColumns: 1, widths: [160, 80], rows: [head, ...body], charts };
}

export function lineChart(title: string, rows: number): ChartLayout {
  return {
    title,
    kind: 'LINE',
    headerCount: 1,
    domain: range(0, rows, 0, 1),
    series: [{ range: range(0, rows, 1, 2), colour: '#1a73e8', dashed: true }],
    bottomTitle: 'Week',
    leftTitle: 'MSIs',
    anchor: { row: 1, column: 3 },
    width: 480,
    height: 240,
  };
}

/** The extent that a tab has after a publication of `layout`, on a grid of the given size. */
export function extentOf(layout: TabLayout, gridRows: number, gridColumns: number): TabExtent {
  return {
    rows: layout.rows.length,
    columns: layout.widths.length,
    gridRows,
    gridColumns,
    charts: layout.charts.length,
    chartAnchors: layout.charts.map(({ anchor }) => anchor),
  };
}

export function firstPublication(layouts: readonly TabLayout[], key = 'first'): Publication {
  return { to: { generation: 1, key }, tabs: layouts.map((layout) => ({ layout })), addAsOfRange: true };
}

const text = fc.oneof(fc.string(), fc.constantFrom('=1+1', '+1', '-1', '@x', '=IMPORTDATA("x")', ''));

export const anyCell: fc.Arbitrary<CellLayout> = fc.record(
  {
    value: fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean()),
    style: fc.constantFrom(...STYLE_NAMES),
    note: fc.string(),
    link: fc.constantFrom('#gid=0', '#gid=5&range=A7'),
  },
  { requiredKeys: ['style'] },
);

const KINDS: readonly ChartLayout['kind'][] = ['LINE', 'COLUMN', 'BAR', 'COMBO', 'STACKED_COLUMN'];

const anyChart: fc.Arbitrary<ChartLayout> = fc
  .record({
    title: fc.string(),
    kind: fc.constantFrom(...KINDS),
    rows: fc.integer({ min: 2, max: 30 }),
    dashed: fc.boolean(),
    axis: fc.constantFrom('LEFT' as const, 'RIGHT' as const),
    type: fc.constantFrom('LINE' as const, 'COLUMN' as const, 'AREA' as const),
    row: fc.nat(40),
    column: fc.nat(12),
    subtitle: fc.string(),
  })
  .map(({ title, kind, rows, dashed, axis, type, row, column, subtitle }) => ({
    ...lineChart(title, rows),
    kind,
    subtitle,
    rightTitle: 'Closes',
    anchor: { row, column },
    series: [{ range: range(0, rows, 1, 2), dashed, axis, type, colour: '#0d652d' }, { range: range(0, rows, 2, 3) }],
  }));

function anyLayout(name: TabName): fc.Arbitrary<TabLayout> {
  return fc.integer({ min: 1, max: 8 }).chain((columns) =>
    fc.record({
      name: fc.constant(name),
      frozenRows: fc.nat(3),
      frozenColumns: fc.nat(2),
      widths: fc.array(fc.constantFrom(40, 80, 160), { minLength: columns, maxLength: columns }),
      rows: fc.array(fc.array(anyCell, { maxLength: columns }), { maxLength: 12 }),
      charts: fc.array(anyChart, { maxLength: 3 }),
    }),
  );
}

const anyExtent: fc.Arbitrary<TabExtent> = fc.record({
  rows: fc.nat(20),
  columns: fc.nat(12),
  gridRows: fc.integer({ min: 1, max: 60 }),
  gridColumns: fc.integer({ min: 1, max: 20 }),
  charts: fc.nat(4),
});

function anyTab(name: TabName): fc.Arbitrary<TabPublication> {
  return fc.record({ layout: anyLayout(name), previous: anyExtent }, { requiredKeys: ['layout'] });
}

export const anyPublication: fc.Arbitrary<Publication> = fc.record(
  {
    from: fc.record({ generation: fc.nat(1000), key: fc.string() }),
    to: fc.record({ generation: fc.integer({ min: 1001, max: 9999 }), key: fc.string() }),
    tabs: fc.tuple(...TAB_NAMES.map(anyTab)),
    addAsOfRange: fc.boolean(),
    takenTitles: fc.array(fc.constantFrom('Week', 'week (leadsheet)', 'Health', 'Activity')),
  },
  { requiredKeys: ['to', 'tabs', 'addAsOfRange'] },
);
