import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { tabOf } from '../../../lambdas/domain/cells/tab-rows.ts';
import type { AsOf } from '../../../lambdas/domain/days/as-of.ts';
import { checkCells } from '../../../lambdas/domain/rows/check.ts';
import type { InputTab } from '../../../lambdas/domain/trees/head.ts';
import { readWorkbook } from '../../../lambdas/ingest/read-workbook.ts';
import type { WorkbookDescription } from '../../../lambdas/ports.ts';
import { ACTIVITY_HEADER, activityRows, CHECK_AT, LAST_DAY, type LogSize } from './activity-rows.ts';
import { settingsTabs } from './settings-tabs.ts';

/** The input tabs of one spreadsheet, as Sheets would tell them. */
export interface BenchWorkbook {
  readonly description: WorkbookDescription;
  /** In the order of their sheet ids. */
  readonly tabs: Readonly<Partial<Record<InputTab, Cell[][]>>>;
}

/** The size for which budgets are stated, unless they say otherwise. */
export const STANDARD: LogSize = { rows: 100_000, reps: 60, weeks: 26 };

/** The evening of the last day with rows. */
export const AS_OF: AsOf = { day: LAST_DAY, minute: 18 * 60 };

/** A workbook in its steady state: the verdicts beside the rows are those of AS_OF. */
export function benchWorkbook(size: LogSize): BenchWorkbook {
  return workbookOf(activityRows(size), size.reps);
}

/** With these rows below the header; their Check cells are filled in place. */
export function workbookOf(rows: Cell[][], reps: number): BenchWorkbook {
  const tabs = { Activity: [ACTIVITY_HEADER, ...rows], ...settingsTabs(reps) };
  const description: WorkbookDescription = {
    title: 'Bench sales team',
    locale: 'en_GB',
    timeZone: 'Europe/London',
    tabs: Object.entries(tabs).map(([title, cells], index) => ({
      sheetId: index + 1,
      title,
      rowCount: cells.length,
      columnCount: cells[0]?.length ?? 0,
      chartIds: [],
      protectedRangeIds: [],
    })),
    namedRanges: [],
  };
  fillChecks({ description, tabs });
  return { description, tabs };
}

function fillChecks({ description, tabs }: BenchWorkbook): void {
  const rows = Object.fromEntries(Object.entries(tabs).map(([name, grid]) => [name, tabOf(grid)]));
  const read = readWorkbook(description, rows);
  if ('message' in read) throw new Error(read.message);
  const checks = checkCells(read.snapshot, AS_OF.day, read.rules.settings.unconfirmed);
  for (const [at, verdict] of checks) {
    const cells = tabs.Activity?.[at];
    if (cells) cells[CHECK_AT] = verdict;
  }
}
