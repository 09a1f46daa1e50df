import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Cell } from '../domain/cells/cell.ts';
import { type TabRows, tabOf } from '../domain/cells/tab-rows.ts';
import { SheetsError } from '../domain/sheets-errors.ts';
import { digest } from '../domain/trees/digest.ts';
import type { TabsRead } from '../ports.ts';
import { ByteRows } from './byte-rows.ts';
import { type Call, parsed } from './call.ts';
import { scanAnswer } from './scan-answer.ts';

/**
 * Only the cells and whose they are: without the echo of the ranges, renaming a tab or adding empty rows at its end
 * leaves the bytes, and so the digest, as they were.
 */
const FIELDS = 'valueRanges(dataFilters(gridRange(sheetId)),valueRange(values))';

/** All tabs in one request, addressed by id: a renamed tab is still found. */
export async function readTabs(call: Call, workbook: string, sheetIds: readonly number[]): Promise<TabsRead> {
  const requestBody: sheets_v4.Schema$BatchGetValuesByDataFilterRequest = {
    dataFilters: sheetIds.map((sheetId) => ({ gridRange: { sheetId } })),
    majorDimension: 'ROWS',
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
  };
  const body = await call.body(workbook, {
    figure: 'sheets.reads',
    send: (sheets, http) =>
      sheets.spreadsheets.values.batchGetByDataFilter({ spreadsheetId: workbook, requestBody, fields: FIELDS }, http),
  });
  return tabsRead(body, workbook, sheetIds);
}

/** Takes the answer apart when somebody asks; rows are parsed when they are read. */
export function tabsRead(body: Buffer, workbook: string, sheetIds: readonly number[]): TabsRead {
  let unread: Buffer | undefined = body;
  let read: readonly TabRows[] = [];
  const tabs = (earlier?: TabRows): readonly TabRows[] => {
    if (unread === undefined) return read;
    read = tabsOf(unread, workbook, sheetIds, earlier instanceof ByteRows ? earlier : undefined);
    unread = undefined;
    return read;
  };
  return {
    digest: digest(body),
    bytes: body.length,
    tabs,
    grids: () => tabs().map((tab) => tab.slice(0, tab.length)),
  };
}

/** Matched by id, not by order: two filters may come back as one range, and in the order of the tabs. */
function tabsOf(
  body: Buffer,
  workbook: string,
  sheetIds: readonly number[],
  earlier: ByteRows | undefined,
): readonly TabRows[] {
  const scanned = scanAnswer(body, earlier);
  const answer = parsed(body, workbook, scanned?.frame);
  // In a frame, the rows are replaced by the number of their tab.
  const rowsOf = (values: readonly (readonly Cell[])[]): TabRows => {
    if (!scanned) return tabOf(values);
    const rows = scanned.tabs[Number(values[0])];
    return rows ? new ByteRows(body, rows, workbook, earlier) : tabOf([]);
  };
  // Google's own type of this answer: every field of it may be absent.
  const { valueRanges } = answer as sheets_v4.Schema$BatchGetValuesByDataFilterResponse;
  const found = new Map<number, TabRows>();
  for (const { dataFilters, valueRange } of valueRanges ?? []) {
    // Google leaves a zero out: a filter without an id is that of the tab 0.
    for (const filter of dataFilters ?? [{}])
      found.set(filter.gridRange?.sheetId ?? 0, rowsOf(valueRange?.values ?? []));
  }
  return sheetIds.map((sheetId) => {
    const tab = found.get(sheetId);
    if (tab !== undefined) return tab;
    throw new SheetsError(
      'refused',
      `The tab with the id ${sheetId} is not in the spreadsheet any more. Restore it from File > Version history, or sync again to go on without it.`,
    );
  });
}
