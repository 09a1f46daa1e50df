import type { ChartLayout } from './layout.ts';

/** Pixels of a row that is not wrapped. */
const ROW_HEIGHT = 21;

/** Charts one below the other in a column, each beside its table or below the chart before it; none covers another. */
export function chartsBeside(charts: readonly ChartLayout[], column: number): ChartLayout[] {
  let free = 0;
  return charts.map((chart) => {
    const row = Math.max(free, chart.anchor.row);
    free = row + Math.ceil(chart.height / ROW_HEIGHT) + 1;
    return { ...chart, anchor: { row, column } };
  });
}
