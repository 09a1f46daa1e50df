import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { TabDescription, WorkbookDescription } from '../ports.ts';
import { type Call, parsed } from './call.ts';
import { checkRangeOf } from './check-range.ts';

const FIELDS = [
  'properties(title,locale,timeZone)',
  'sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),charts(chartId),protectedRanges(protectedRangeId))',
  'namedRanges(namedRangeId,name,range(sheetId,startColumnIndex,startRowIndex,endRowIndex))',
].join(',');

/** Title, zone, locale, tabs and named ranges in one read of a few KB. */
export async function describe(call: Call, workbook: string): Promise<WorkbookDescription> {
  const body = await call.body(workbook, {
    figure: 'sheets.reads',
    send: (sheets, http) => sheets.spreadsheets.get({ spreadsheetId: workbook, fields: FIELDS }, http),
  });
  // Google's own type of this answer: every field of it may be absent, and each is asked for below.
  const spreadsheet = parsed(body, workbook) as sheets_v4.Schema$Spreadsheet;
  const checkRange = checkRangeOf(spreadsheet.namedRanges ?? []);
  return {
    title: spreadsheet.properties?.title ?? '',
    locale: spreadsheet.properties?.locale ?? 'en_US',
    timeZone: spreadsheet.properties?.timeZone ?? 'Etc/GMT',
    tabs: (spreadsheet.sheets ?? []).map(tabDescription),
    namedRanges: (spreadsheet.namedRanges ?? []).map(({ namedRangeId, name }) => ({
      id: namedRangeId ?? '',
      name: name ?? '',
    })),
    ...(checkRange && { checkRange }),
  };
}

/** Google leaves zeros out in places, so an absent id is the id 0. */
function tabDescription(sheet: sheets_v4.Schema$Sheet): TabDescription {
  return {
    sheetId: sheet.properties?.sheetId ?? 0,
    title: sheet.properties?.title ?? '',
    // A tab that is one big chart has no grid.
    rowCount: sheet.properties?.gridProperties?.rowCount ?? 0,
    columnCount: sheet.properties?.gridProperties?.columnCount ?? 0,
    chartIds: (sheet.charts ?? []).map((chart) => chart.chartId ?? 0),
    protectedRangeIds: (sheet.protectedRanges ?? []).map((range) => range.protectedRangeId ?? 0),
  };
}
