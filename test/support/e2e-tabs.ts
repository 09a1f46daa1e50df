import { TAB_NAMES, TAB_SHEET_IDS, type TabName } from '../../lambdas/tabs/tab-names.ts';
import type { Call } from '../../local/sheets-server/calls.ts';
import { effectiveValue } from '../../local/sheets-server/cell-view.ts';
import type { CellValue } from '../../local/sheets-server/model/cell.ts';
import type { Sheet } from '../../local/sheets-server/model/sheet.ts';
import type { SheetsServer } from '../../local/sheets-server/start.ts';
import { WORKBOOK } from './e2e-service.ts';

export type Cells = readonly (readonly (CellValue | null)[])[];

/** The cells of a tab as entered (formulas as objects), by its title now or by its sheet id; blank rows at the end left out. */
export function cellsOf(server: SheetsServer, tab: string | number): Cells {
  const sheet = sheetOf(server, tab);
  const rows = Array.from({ length: sheet.cells.length }, (_, row) =>
    Array.from(sheet.cells.row(row)?.values ?? [], (value) => value ?? null),
  );
  return rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1);
}

/** Zero-based column of a header in the first row. */
export function columnOf(cells: readonly (readonly unknown[])[], header: string): number {
  const column = cells[0]?.indexOf(header) ?? -1;
  if (column < 0) throw new Error(`there is no column ${header}`);
  return column;
}

export function sheetOf(server: SheetsServer, tab: string | number): Sheet {
  const book = server.workbook(WORKBOOK);
  const sheet = typeof tab === 'number' ? book.sheet(tab) : book.sheetByTitle(tab);
  if (!sheet) throw new Error(`there is no tab ${tab}`);
  return sheet;
}

export const hasTab = (server: SheetsServer, sheetId: number): boolean =>
  server.workbook(WORKBOOK).sheet(sheetId) !== undefined;

/** What a cell shows, in A1 notation without `$`: formulas are computed. */
export function shown(server: SheetsServer, tab: string | number, row: number, column: number): unknown {
  return effectiveValue(server.workbook(WORKBOOK), sheetOf(server, tab), row, column);
}

/** All report tabs, by name, with everything on them that the product writes. */
export function reports(server: SheetsServer): Record<TabName, unknown> {
  const entries = TAB_NAMES.map((name) => {
    const sheet = sheetOf(server, TAB_SHEET_IDS[name]);
    const formats = Array.from({ length: sheet.cells.length }, (_, row) => sheet.cells.row(row)?.formats ?? []);
    const { charts, protectedRanges } = sheet.state.collections;
    return [name, { cells: cellsOf(server, TAB_SHEET_IDS[name]), formats, charts, protectedRanges }];
  });
  return Object.fromEntries(entries);
}

/** The report tabs whose cells differ between two readings. */
export const tabsThatDiffer = (one: Record<TabName, unknown>, other: Record<TabName, unknown>): TabName[] =>
  TAB_NAMES.filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));

/** Calls that change a sheet. */
export const writesIn = (calls: readonly Call[]): string[] =>
  calls.flatMap(({ operation }) =>
    /update|clear|append|create|copy|delete/i.test(operation ?? '') ? [operation ?? ''] : [],
  );

interface GridRange {
  readonly sheetId?: number;
  readonly endRowIndex?: number;
}

/** The report tabs whose cells a publication writes. */
export function tabsWritten(calls: readonly Call[]): TabName[] {
  const ids = new Set(
    calls.flatMap(({ body }) => {
      const { requests = [] } = body as { requests?: { updateCells?: { range?: GridRange } }[] }; // as Sheets documents it
      // One cell alone is the "as of" line, which is written only to see that the tab is there.
      return requests.flatMap(({ updateCells }) =>
        (updateCells?.range?.endRowIndex ?? 0) > 2 ? (updateCells?.range?.sheetId ?? []) : [],
      );
    }),
  );
  return TAB_NAMES.filter((name) => ids.has(TAB_SHEET_IDS[name]));
}

/** Text of Health, one line a row. */
export const healthText = (server: SheetsServer): string =>
  cellsOf(server, TAB_SHEET_IDS.Health)
    .map((row) => row.map((cell) => (cell === null ? '' : JSON.stringify(cell))).join(' '))
    .join('\n');
