import type { Publication, TabPublication, WorkbookDescription } from '../../lambdas/ports.ts';
import type { TabLayout } from '../../lambdas/tabs/layout.ts';
import { TAB_SHEET_IDS } from '../../lambdas/tabs/tab-names.ts';
import { lineChart, tableLayout } from './sheets-layouts.ts';

export const layouts = [tableLayout('Week', 3, [lineChart('MSIs', 4)]), tableLayout('Health', 2)];
export const first: Publication = {
  to: { generation: 1, key: 'k-1' },
  tabs: layouts.map((layout) => ({ layout })),
  addAsOfRange: true,
};

/** What the report stage does: the extents by what was laid out before and what describe tells. */
export function next(
  from: Publication,
  now: WorkbookDescription,
  tabs: readonly TabLayout[],
  key: string,
): Publication {
  const before = new Map(from.tabs.map(({ layout }) => [layout.name, layout]));
  return {
    from: from.to,
    to: { generation: from.to.generation + 1, key },
    addAsOfRange: !now.namedRanges.some(({ name }) => name === 'leadsheet_as_of'),
    takenTitles: now.tabs.map(({ title }) => title),
    tabs: tabs.map((layout): TabPublication => {
      const there = now.tabs.find(({ sheetId }) => sheetId === TAB_SHEET_IDS[layout.name]);
      if (there === undefined) return { layout };
      const old = before.get(layout.name);
      const previous = {
        rows: old?.rows.length ?? 0,
        columns: old?.widths.length ?? 0,
        gridRows: there.rowCount,
        gridColumns: there.columnCount,
        charts: old?.charts.length ?? 0,
        chartIds: there.chartIds,
        ...(old === undefined ? {} : { chartAnchors: old.charts.map(({ anchor }) => anchor) }),
      };
      return { layout, previous };
    }),
  };
}
