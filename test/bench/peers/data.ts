import type { Cell } from '../../../lambdas/domain/cells/cell.ts';
import { KIND_NAMES } from '../../../lambdas/domain/rows/activity-kind.ts';
import type { FileCell, WorkbookFile } from '../../../local/sheets-server/workbook-file.ts';
import { ACTIVITY_HEADER, activityRows, type LogSize } from '../data/activity-rows.ts';
import { withEdits } from '../data/edits.ts';
import { repName } from '../data/names.ts';
import { type BenchWorkbook, workbookOf } from '../data/workbook.ts';

/** Where the scripts write their figures. */
export const FIGURES_TAB = 'Weekly MSIs';

/** Activity with its header: as it was, with one row in a hundred edited, with every row edited. */
export interface Versions {
  readonly base: readonly Cell[][];
  readonly onePercent: readonly Cell[][];
  readonly all: readonly Cell[][];
}

export function versionsOf({ tabs }: BenchWorkbook): Versions {
  const [header = [], ...rows] = tabs.Activity ?? [];
  return {
    base: [header, ...rows],
    onePercent: [header, ...withEdits(rows, rows.length / 100)],
    all: [header, ...withEdits(rows, rows.length)],
  };
}

/** As the local Sheets server loads it, with dates as people see them and an empty tab for the figures of the scripts. */
export function fileOf(id: string, { description, tabs }: BenchWorkbook): WorkbookFile {
  const { title, locale, timeZone } = description;
  const formats = { 0: { type: 'DATE', pattern: 'yyyy-mm-dd' } };
  const files = Object.entries(tabs).map(([name, rows]) => ({
    title: name,
    rows: rows as FileCell[][], // cells of a file are those of a sheet, or absent
    ...(name === 'Activity' && { formats }),
  }));
  return { id, title, locale, timeZone, tabs: [...files, { title: FIGURES_TAB, rows: [] }] };
}

const REP = ACTIVITY_HEADER.indexOf('Rep');
const ACTIVITY = ACTIVITY_HEADER.indexOf('Activity');

/** Rows that say everything in the usual way: all methods count them alike. */
export function tidyWorkbook(size: LogSize): BenchWorkbook {
  const names = new Set(Array.from({ length: size.reps }, (_, index) => repName(index)));
  const kinds = new Set<Cell | undefined>(Object.values(KIND_NAMES));
  const rows = activityRows(size).filter(
    (cells) => typeof cells[0] === 'number' && names.has(String(cells[REP])) && kinds.has(cells[ACTIVITY]),
  );
  return workbookOf(rows, size.reps);
}
