import type { Fence, Publication, TabDescription } from '../../lambdas/ports.ts';
import type { FilterViewLayout } from '../../lambdas/tabs/filter-view.ts';
import type { TabLayout } from '../../lambdas/tabs/layout.ts';
import { neededGrid } from '../../lambdas/tabs/needed-grid.ts';
import { AS_OF_RANGE, TAB_NAMES, TAB_SHEET_IDS, type TabName } from '../../lambdas/tabs/tab-names.ts';

interface StandingTab {
  readonly layout: TabLayout;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly chartIds: readonly number[];
}

/** The report side of a spreadsheet in memory: what stands on the tabs, as layouts. */
export interface StandingReports {
  readonly tabs: Map<TabName, StandingTab>;
  /** Names of named ranges; the fence is one of them. */
  readonly ranges: Set<string>;
  /** Our filter views on Activity. */
  views: readonly FilterViewLayout[];
  /** Publications that were applied. */
  applied: number;
}

export const noReports = (): StandingReports => ({ tabs: new Map(), ranges: new Set(), views: [], applied: 0 });

/** An own copy; layouts are never changed in place. */
export const copyOfReports = ({ tabs, ranges, views, applied }: StandingReports): StandingReports => ({
  tabs: new Map(tabs),
  ranges: new Set(ranges),
  views,
  applied,
});

/**
 * Applies a publication as a whole or not at all, as one `batchUpdate` does: a named range that is to be deleted must be
 * there, one that is to be added must not, and so with tabs and charts.
 */
export function applyPublication(reports: StandingReports, publication: Publication): 'published' | 'stale' {
  const { from, to, tabs, standing = [], addAsOfRange } = publication;
  const ranges = new Set(reports.ranges);
  if (from && !ranges.delete(rangeOf(from))) return 'stale';
  if (!added(ranges, rangeOf(to))) return 'stale';
  if (addAsOfRange && !added(ranges, AS_OF_RANGE)) return 'stale';
  const after = new Map(reports.tabs);
  for (const { layout, previous } of tabs) {
    const there = after.get(layout.name);
    if ((there === undefined) !== (previous === undefined)) return 'stale';
    const supposed = previous?.chartIds ?? chartIds(layout.name, previous?.charts ?? 0);
    if (supposed.some((id) => !there?.chartIds.includes(id))) return 'stale';
    const grid = neededGrid(layout);
    after.set(layout.name, {
      layout,
      rowCount: Math.max(grid.rows, there?.rowCount ?? 0),
      columnCount: Math.max(grid.columns, there?.columnCount ?? 0),
      chartIds: chartIds(layout.name, layout.charts.length),
    });
  }
  // The named ranges stand on Health, and every tab shows its "as of" line.
  if (!['Health' as const, ...standing].every((name) => after.has(name)) || !ranges.has(AS_OF_RANGE)) return 'stale';
  reports.ranges.clear();
  for (const name of ranges) reports.ranges.add(name);
  for (const [name, tab] of after) reports.tabs.set(name, tab);
  reports.applied++;
  return 'published';
}

/** A person deletes a report tab; the named ranges that stand on Health go with it. */
export function deleteReport(reports: StandingReports, name: TabName): void {
  reports.tabs.delete(name);
  if (name === 'Health') reports.ranges.clear();
}

export const describedReports = ({ tabs }: StandingReports): TabDescription[] =>
  TAB_NAMES.flatMap((name): TabDescription[] => {
    const tab = tabs.get(name);
    if (!tab) return [];
    const { rowCount, columnCount, chartIds: ids } = tab;
    return [{ sheetId: TAB_SHEET_IDS[name], title: name, rowCount, columnCount, chartIds: ids, protectedRangeIds: [] }];
  });

const rangeOf = ({ generation, key }: Fence): string =>
  `leadsheet_gen_${generation}_${key.replace(/[^A-Za-z0-9]/g, '_')}`;

function added(ranges: Set<string>, name: string): boolean {
  if (ranges.has(name)) return false;
  ranges.add(name);
  return true;
}

const chartIds = (name: TabName, count: number): number[] =>
  Array.from({ length: count }, (_, index) => TAB_SHEET_IDS[name] + 10_000 * (index + 1));
