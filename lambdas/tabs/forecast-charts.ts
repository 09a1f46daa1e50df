import type { CellRange, ChartLayout } from './layout.ts';

/** The weeks to come with the range around them: closes, and revenue below. */
export function forecastCharts(headRow: number, weeks: number, row: number, column: number): ChartLayout[] {
  const rows = { startRow: headRow, endRow: headRow + 1 + weeks };
  const at = (of: number): CellRange => ({ ...rows, startColumn: of, endColumn: of + 1 });
  const chart = (title: string, low: number, anchorRow: number): ChartLayout => ({
    title,
    subtitle: 'four of five times between the dashed lines',
    kind: 'LINE',
    headerCount: 1,
    domain: at(0),
    series: [
      { range: at(low), colour: '#9aa0a6', dashed: true },
      { range: at(low + 1), colour: '#1a73e8' },
      { range: at(low + 2), colour: '#9aa0a6', dashed: true },
    ],
    anchor: { row: anchorRow, column },
    width: 620,
    height: 280,
  });
  return [
    chart('Forecast: closes of the coming weeks, added up', 1, row),
    chart('Forecast: revenue of the coming weeks, added up', 5, row + 15),
  ];
}
