import { tabOf } from '../lambdas/domain/cells/tab-rows.ts';
import { activityHeader } from '../lambdas/domain/rows/activity-header.ts';
import type { TabFile, WorkbookFile } from './sheets-server/workbook-file.ts';

/** A workbook whose Activity tab has a Check column: files come without one, and verdicts need a place. */
export function withCheckColumn(book: WorkbookFile): WorkbookFile {
  return { ...book, tabs: book.tabs.map((tab) => (tab.title === 'Activity' ? addCheck(tab) : tab)) };
}

function addCheck(tab: TabFile): TabFile {
  const header = activityHeader(tabOf(tab.rows));
  if ('message' in header || header.checkColumn >= 0) return tab;
  const width = tab.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const rows = tab.rows.map((row, at) =>
    at === header.row ? [...row, ...new Array<undefined>(width - row.length).fill(undefined), 'Check'] : row,
  );
  return { ...tab, rows };
}
