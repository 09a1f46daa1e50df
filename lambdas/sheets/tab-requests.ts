import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { TabExtent, TabPublication } from '../ports.ts';
import type { TabLayout } from '../tabs/layout.ts';
import { neededGrid, ownReach } from '../tabs/needed-grid.ts';
import { TAB_SHEET_IDS } from '../tabs/tab-names.ts';
import { CELL_FIELDS, cellData } from './cell-data.ts';
import { gridRange } from './chart-spec.ts';
import { chartRequests } from './tab-charts.ts';
import { writtenReach } from './tab-reach.ts';
import { columnWidths, freezePanes, protectTab, visibility } from './tab-setup.ts';

type Request = sheets_v4.Schema$Request;

/** Everything for one tab that exists when they run (`addTab` comes before them): grid, cells, looks, charts. */
export function tabRequests(tab: TabPublication, serviceAccount: string | undefined): Request[] {
  const { layout, previous } = tab;
  const looks =
    previous === undefined
      ? [...columnWidths(layout, 0), protectTab(layout, serviceAccount)]
      : ownReach(layout).columns > previous.columns
        ? [...columnWidths(layout, previous.columns), freezePanes(layout)]
        : [];
  const shown = previous === undefined ? [] : visibility(layout, previous.hidden ?? false);
  return [...growth(layout, previous), ...cells(layout, previous), ...looks, ...shown, ...chartRequests(tab)];
}

/** Only ever larger: people may have widened the grid for something of theirs. */
function growth(layout: TabLayout, previous: TabExtent | undefined): Request[] {
  if (previous === undefined) return [];
  const sheetId = TAB_SHEET_IDS[layout.name];
  const grid = neededGrid(layout);
  const missing = [
    ['ROWS', grid.rows - previous.gridRows],
    ['COLUMNS', grid.columns - previous.gridColumns],
  ] as const;
  return missing.flatMap(([dimension, length]) =>
    length > 0 ? [{ appendDimension: { sheetId, dimension, length } }] : [],
  );
}

/** One rectangle: where the layout has no cell any more, the cell is cleared; beyond it nothing is touched. */
function cells(layout: TabLayout, previous: TabExtent | undefined): Request[] {
  const reach = writtenReach(layout, previous);
  if (reach.rows === 0 || reach.columns === 0) return [];
  const range = { startRow: 0, endRow: reach.rows, startColumn: 0, endColumn: reach.columns };
  const rows = layout.rows.map((row) => ({ values: row.map(cellData) }));
  return [{ updateCells: { range: gridRange(range, TAB_SHEET_IDS[layout.name]), rows, fields: CELL_FIELDS } }];
}
