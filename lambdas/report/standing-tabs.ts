import type { TabExtent, WorkbookDescription } from '../ports.ts';
import type { TabLayout } from '../tabs/layout.ts';
import { AS_OF_RANGE, TAB_SHEET_IDS, type TabName } from '../tabs/tab-names.ts';
import type { PublishedTabs } from './published-tabs.ts';

/** What a look at the spreadsheet tells of our tabs, when the memory of it is missing or wrong. */
export interface Standing {
  readonly extents: Readonly<Partial<Record<TabName, TabExtent>>>;
  readonly fence?: { readonly generation: number; readonly key: string };
  readonly hasAsOfRange: boolean;
  readonly titles: readonly string[];
}

const FENCE = /^leadsheet_gen_(\d+)_(.+)$/;

/**
 * Our tabs by their sheet ids. Their cells may reach as far as we remember, or as far as the layout goes; columns to the
 * right of that belong to people and are left alone.
 */
export function standingTabs(
  description: WorkbookDescription,
  layouts: readonly TabLayout[],
  known: PublishedTabs | undefined,
): Standing {
  const extents: Partial<Record<TabName, TabExtent>> = {};
  for (const { name, widths } of layouts) {
    const tab = description.tabs.find(({ sheetId }) => sheetId === TAB_SHEET_IDS[name]);
    if (!tab) continue;
    const remembered = known?.tabs[name]?.extent;
    extents[name] = {
      rows: tab.rowCount,
      columns: Math.min(tab.columnCount, Math.max(remembered?.columns ?? 0, widths.length)),
      gridRows: tab.rowCount,
      gridColumns: tab.columnCount,
      ...(remembered?.hidden && { hidden: true }),
      charts: tab.chartIds.length,
      chartIds: tab.chartIds,
      ...(remembered?.chartAnchors && { chartAnchors: remembered.chartAnchors }),
    };
  }
  const fences = description.namedRanges.flatMap(({ name }) => {
    const match = FENCE.exec(name);
    return match ? [{ generation: Number(match[1]), key: match[2] ?? '' }] : [];
  });
  const fence = fences.sort((a, b) => b.generation - a.generation)[0];
  return {
    extents,
    ...(fence && { fence }),
    hasAsOfRange: description.namedRanges.some(({ name }) => name === AS_OF_RANGE),
    titles: description.tabs.map(({ title }) => title),
  };
}
