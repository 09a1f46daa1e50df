import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { InputTab } from '../../lambdas/domain/trees/head.ts';
import { type Call, parsed } from '../../lambdas/sheets/call.ts';
import { findTabs, type TabLabel } from './find-tabs.ts';
import { MARK_KEY, readMark, type SetUpMark } from './set-up-mark.ts';
import type { CellView, TabView, WorkbookView } from './workbook-view.ts';

/** Rows of an input tab that are looked at for what people set up, and of every other tab for what it is. */
const ROWS_LOOKED_AT = 200;
const HEADER_ROWS = 20;

const LABELS =
  'properties(title,timeZone),sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),developerMetadata(metadataId,metadataKey,metadataValue))';
const CELLS =
  'sheets(properties(sheetId),conditionalFormats(ranges(sheetId)),protectedRanges(range),data(rowData(values(effectiveValue,note,userEnteredFormat,dataValidation(condition(type))))))';

/** Two reads: which tabs there are, then their first rows. */
export async function readWorkbook(
  call: Call,
  workbook: string,
  known: Partial<Record<InputTab, number>>,
): Promise<WorkbookView> {
  const described = await ask(call, workbook, (sheets, http) =>
    sheets.spreadsheets.get({ spreadsheetId: workbook, fields: LABELS }, http),
  );
  const labels = (described.sheets ?? []).map(labelOf).filter(({ rowCount }) => rowCount > 0);
  const inputs = new Set(Object.values(findTabs(labels, known)));
  const dataFilters = labels.map(({ sheetId, rowCount }) => ({
    gridRange: {
      sheetId,
      startRowIndex: 0,
      endRowIndex: Math.min(rowCount, inputs.has(sheetId) ? ROWS_LOOKED_AT : HEADER_ROWS),
    },
  }));
  const seen = await ask(call, workbook, (sheets, http) =>
    sheets.spreadsheets.getByDataFilter(
      { spreadsheetId: workbook, requestBody: { dataFilters, includeGridData: true }, fields: CELLS },
      http,
    ),
  );
  const bySheet = new Map((seen.sheets ?? []).map((sheet) => [sheet.properties?.sheetId ?? 0, sheet]));
  return {
    title: described.properties?.title ?? '',
    timeZone: described.properties?.timeZone ?? 'Etc/GMT',
    tabs: labels.map((label) => ({ ...label, ...contentsOf(bySheet.get(label.sheetId)) })),
  };
}

type Send = Parameters<Call['body']>[1]['send'];

async function ask(call: Call, workbook: string, send: Send): Promise<sheets_v4.Schema$Spreadsheet> {
  // Google's own type of this answer: every field of it may be absent.
  return parsed(await call.body(workbook, { figure: 'sheets.reads', send }), workbook) as sheets_v4.Schema$Spreadsheet;
}

function labelOf({
  properties,
  developerMetadata,
}: sheets_v4.Schema$Sheet): TabLabel & Pick<TabView, 'rowCount' | 'columnCount'> {
  const marks = (developerMetadata ?? []).flatMap(({ metadataId, metadataKey, metadataValue }): SetUpMark[] => {
    const mark = metadataKey === MARK_KEY ? readMark(metadataId ?? 0, metadataValue ?? '') : undefined;
    return mark ? [mark] : [];
  });
  const [mark] = marks.toSorted((a, b) => b.run - a.run);
  return {
    sheetId: properties?.sheetId ?? 0,
    title: properties?.title ?? '',
    rowCount: properties?.gridProperties?.rowCount ?? 0,
    columnCount: properties?.gridProperties?.columnCount ?? 0,
    ...(mark && { mark }),
  };
}

function contentsOf(
  sheet: sheets_v4.Schema$Sheet | undefined,
): Pick<TabView, 'rows' | 'ruleCount' | 'protectedColumns'> {
  const rows = (sheet?.data?.[0]?.rowData ?? []).map(({ values }) => trimmed((values ?? []).map(cellOf)));
  return {
    rows,
    ruleCount: sheet?.conditionalFormats?.length ?? 0,
    protectedColumns: (sheet?.protectedRanges ?? []).map(({ range }) => [
      range?.startColumnIndex ?? 0,
      range?.endColumnIndex ?? Number.POSITIVE_INFINITY,
    ]),
  };
}

function cellOf({ effectiveValue, note, userEnteredFormat, dataValidation }: sheets_v4.Schema$CellData): CellView {
  const value = effectiveValue?.stringValue ?? effectiveValue?.numberValue ?? effectiveValue?.boolValue;
  return {
    // A formula in error is not empty.
    ...((value ?? effectiveValue?.errorValue) != null && { value: value ?? '#ERROR!' }),
    ...(note && { hasNote: true }),
    ...(userEnteredFormat && { hasFormat: true }),
    ...(dataValidation && { isValidated: true }),
  };
}

/** A column that is only formatted is free. */
function trimmed(cells: readonly CellView[]): readonly CellView[] {
  return cells.slice(0, cells.findLastIndex(({ value, isValidated }) => value !== undefined || isValidated) + 1);
}
