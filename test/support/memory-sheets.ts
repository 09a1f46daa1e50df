import type { Cell } from '../../lambdas/domain/cells/cell.ts';
import type { SheetsPort } from '../../lambdas/ports.ts';
import { tabsRead } from '../../lambdas/sheets/read-tabs.ts';
import {
  applyPublication,
  copyOfReports,
  describedReports,
  noReports,
  type StandingReports,
} from './standing-reports.ts';

export interface MemoryTab {
  readonly sheetId: number;
  title: string;
  rows: Cell[][];
}

/** One spreadsheet that a test edits as a rep would. */
export interface MemorySheet extends SheetsPort {
  title: string;
  locale: string;
  timeZone: string;
  tabs: MemoryTab[];
  reports: StandingReports;
  /** The named range of the Check column: it moves with the column, which goes by its header here. */
  checkRange?: { readonly sheetId: number; readonly name: string };
  tab(title: string): MemoryTab;
  /** The same spreadsheet once more, edited on its own from now on. */
  fork(): MemorySheet;
}

/** A `SheetsPort` on plain arrays: no formats, reports as layouts, and like the real one it leaves trailing blanks out. */
export function memorySheet(tabs: Readonly<Record<string, readonly (readonly Cell[])[]>>): MemorySheet {
  const sheet: MemorySheet = {
    title: 'Sales',
    locale: 'en_GB',
    timeZone: 'Europe/Amsterdam',
    tabs: Object.entries(tabs).map(([title, rows], i) => ({
      sheetId: 100 + i,
      title,
      rows: rows.map((row) => [...row]),
    })),
    reports: noReports(),

    fork() {
      const copy = memorySheet({});
      const { title, locale, timeZone, reports, checkRange } = sheet;
      return Object.assign(copy, {
        ...{ title, locale, timeZone, reports: copyOfReports(reports), ...(checkRange && { checkRange }) },
        tabs: sheet.tabs.map((tab) => ({ ...tab, rows: tab.rows.map((row) => [...row]) })),
      });
    },

    tab(title) {
      const tab = sheet.tabs.find((candidate) => candidate.title === title);
      if (!tab) throw new Error(`the test has no tab ${title}`);
      return tab;
    },

    async describe() {
      return {
        title: sheet.title,
        locale: sheet.locale,
        timeZone: sheet.timeZone,
        namedRanges: [...sheet.reports.ranges].map((name) => ({ id: name, name })),
        ...(sheet.checkRange && {
          checkRange: { sheetId: sheet.checkRange.sheetId, column: checkColumn(sheet) ?? -1 },
        }),
        tabs: [
          ...sheet.tabs.map(({ sheetId, title, rows }) => ({
            sheetId,
            title,
            rowCount: rows.length,
            columnCount: 26,
            chartIds: [],
            protectedRangeIds: [],
          })),
          ...describedReports(sheet.reports),
        ],
      };
    },

    async read(workbook, sheetIds) {
      const valueRanges = sheetIds.map((sheetId) => ({
        dataFilters: [{ gridRange: { sheetId } }],
        valueRange: { values: trimmed(byId(sheet, sheetId).rows) },
      }));
      return tabsRead(Buffer.from(JSON.stringify({ valueRanges })), workbook, sheetIds);
    },

    async writeColumn(_workbook, place, cells) {
      const { rows } = byId(sheet, place.sheetId);
      if (place.range !== 'there')
        sheet.checkRange = { sheetId: place.sheetId, name: String(headerOf(rows)[place.column]) };
      if (place.range === 'elsewhere') return;
      const column = checkColumn(sheet) ?? place.column;
      for (const [at, text] of cells) {
        while (rows.length <= at) rows.push([]);
        const row = rows[at] ?? [];
        while (row.length <= column) row.push('');
        row[column] = text;
      }
    },

    async putFilterViews(_workbook, _place, views) {
      sheet.reports.views = views;
    },

    async publish(_workbook, publication) {
      return applyPublication(sheet.reports, publication);
    },
  };
  return sheet;
}

/** The row that names columns; a title may stand above it. */
const headerOf = (rows: readonly (readonly Cell[])[]): readonly Cell[] =>
  rows.find((row) => row.filter((cell) => typeof cell === 'string' && cell !== '').length > 1) ?? [];

/** Where the named range has moved to; absent = the column is gone, and the range with it. */
function checkColumn({ checkRange, tabs }: MemorySheet): number | undefined {
  const tab = tabs.find(({ sheetId }) => sheetId === checkRange?.sheetId);
  const column = tab && checkRange ? headerOf(tab.rows).indexOf(checkRange.name) : -1;
  return column < 0 ? undefined : column;
}

function byId(sheet: MemorySheet, id: number): MemoryTab {
  const tab = sheet.tabs.find(({ sheetId }) => sheetId === id);
  if (!tab) throw new Error(`the spreadsheet has no tab with id ${id}`);
  return tab;
}

function trimmed(rows: readonly (readonly Cell[])[]): Cell[][] {
  const filled = (cell: Cell) => cell !== undefined && cell !== null && cell !== '';
  const cut = rows.map((row) => row.slice(0, row.findLastIndex(filled) + 1).map((cell) => cell ?? ''));
  return cut.slice(0, cut.findLastIndex((row) => row.length > 0) + 1);
}
