import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Grid } from '../domain/cells/cell.ts';
import { SheetsError } from '../domain/sheets-errors.ts';
import { digest } from '../domain/trees/digest.ts';
import type { TabsRead } from '../ports.ts';
import { type Call, parsed } from './call.ts';

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

/** Parses when somebody asks, and then forgets the bytes: they are as large as the sheet. */
export function tabsRead(body: Buffer, workbook: string, sheetIds: readonly number[]): TabsRead {
  let unread: Buffer | undefined = body;
  let grids: readonly Grid[] = [];
  return {
    digest: digest(body),
    bytes: body.length,
    grids() {
      if (unread === undefined) return grids;
      grids = gridsOf(parsed(unread, workbook), sheetIds);
      unread = undefined;
      return grids;
    },
  };
}

/** Matched by id, not by order: two filters may come back as one range, and in the order of the tabs. */
function gridsOf(answer: unknown, sheetIds: readonly number[]): readonly Grid[] {
  // Google's own type of this answer: every field of it may be absent.
  const { valueRanges } = answer as sheets_v4.Schema$BatchGetValuesByDataFilterResponse;
  const found = new Map<number, Grid>();
  for (const { dataFilters, valueRange } of valueRanges ?? []) {
    // Google leaves a zero out: a filter without an id is that of the tab 0.
    for (const filter of dataFilters ?? [{}]) found.set(filter.gridRange?.sheetId ?? 0, valueRange?.values ?? []);
  }
  return sheetIds.map((sheetId) => {
    const grid = found.get(sheetId);
    if (grid !== undefined) return grid;
    throw new SheetsError(
      'refused',
      `The tab with the id ${sheetId} is not in the spreadsheet any more. Restore it from File > Version history, or sync again to go on without it.`,
    );
  });
}
