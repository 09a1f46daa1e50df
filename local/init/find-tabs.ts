import { findHeader } from '../../lambdas/domain/cells/columns.ts';
import { headerKey } from '../../lambdas/domain/cells/phrase.ts';
import { INPUT_SHEET_IDS, INPUT_TABS } from '../../lambdas/domain/inputs/input-sheet-ids.ts';
import { ACTIVITY_COLUMNS } from '../../lambdas/domain/rows/activity-columns.ts';
import type { InputTab } from '../../lambdas/domain/trees/head.ts';
import { TAB_SHEET_IDS } from '../../lambdas/tabs/tab-names.ts';
import { isOwnTab } from './how-to.ts';
import type { TabView, WorkbookView } from './workbook-view.ts';

/** What is known of a tab before its cells are read. */
export type TabLabel = Pick<TabView, 'sheetId' | 'title' | 'mark'>;

/**
 * The input tabs that are there: by the mark of an earlier `init` or by the id that the service has seen (`known`), so
 * that renamed ones are found; by title; by the id that `init` gives.
 */
export function findTabs(
  tabs: readonly TabLabel[],
  known: Partial<Record<InputTab, number>>,
): Partial<Record<InputTab, number>> {
  const found: Partial<Record<InputTab, number>> = {};
  for (const name of INPUT_TABS) {
    const tab =
      tabs.find(({ sheetId }) => sheetId === known[name]) ??
      tabs.find(({ mark }) => mark?.tab === name) ??
      tabs.find(({ title }) => headerKey(title) === headerKey(name)) ??
      tabs.find(({ sheetId }) => sheetId === INPUT_SHEET_IDS[name]);
    if (tab) found[name] = tab.sheetId;
  }
  return found;
}

/** A tab that holds activities under another name, such as the answers of a form: an empty Activity beside it is no help. */
export function activityInDisguise(view: WorkbookView): TabView | undefined {
  const reports = new Set<number>(Object.values(TAB_SHEET_IDS));
  return view.tabs.find(({ sheetId, title, rows }) => {
    if (isOwnTab(sheetId) || reports.has(sheetId)) return false;
    const grid = rows.map((row) => row.map(({ value }) => value));
    return !('message' in findHeader(title, grid, ACTIVITY_COLUMNS));
  });
}
