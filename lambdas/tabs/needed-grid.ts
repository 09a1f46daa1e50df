import type { TabLayout } from './layout.ts';

export interface Reach {
  readonly rows: number;
  readonly columns: number;
}

/** Pixels of a row and a column of Sheets that nobody resized. */
const ROW_HEIGHT = 21;
const COLUMN_WIDTH = 100;
/** A new tab ends a little below its cells, and can always be frozen: Sheets refuses to freeze every row. */
const SPARE_ROWS = 2;

/** The cells that a layout owns. */
export function ownReach(layout: TabLayout): Reach {
  const columns = layout.widths.length;
  const tooLong = layout.rows.findIndex((row) => row.length > columns);
  if (tooLong >= 0) {
    throw new Error(`Row ${tooLong} of the tab ${layout.name} is longer than its ${columns} columns.`);
  }
  return { rows: layout.rows.length, columns };
}

/** The grid that a layout needs: its cells, what its charts read, and the space that they cover. */
export function neededGrid(layout: TabLayout): Reach {
  const own = ownReach(layout);
  const rows = [own.rows, layout.frozenRows];
  const columns = [own.columns, layout.frozenColumns];
  for (const chart of layout.charts) {
    for (const range of [chart.domain, ...chart.series.map((series) => series.range)]) {
      rows.push(range.endRow);
      columns.push(range.endColumn);
    }
    rows.push(chart.anchor.row + Math.ceil(chart.height / ROW_HEIGHT));
    columns.push(chart.anchor.column + Math.ceil(chart.width / COLUMN_WIDTH));
  }
  return { rows: Math.max(...rows) + SPARE_ROWS, columns: Math.max(...columns, layout.frozenColumns + 1) };
}
