import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { TabDescription } from '../../lambdas/ports.ts';
import { batchUpdate } from '../../lambdas/sheets/batch-update.ts';
import type { Call } from '../../lambdas/sheets/call.ts';
import { describe } from '../../lambdas/sheets/describe.ts';
import { freeTitle } from '../../lambdas/sheets/free-title.ts';
import { type NewTab, rowBatches } from './new-tab.ts';

export interface WrittenTab {
  /** `there`: it was complete already, and nothing was written. */
  readonly outcome: 'written' | 'there';
  readonly title: string;
}

/**
 * Makes the tab behind all others and fills it; no other tab is touched. It has a title of its own until it is complete,
 * so a run that broke off is taken up again by the next, and a second run writes nothing. `told` hears of rows written.
 */
export async function writeNewTab(
  call: Call,
  workbook: string,
  tab: NewTab,
  told: (rows: number) => void = () => undefined,
): Promise<WrittenTab> {
  const { tabs } = await describe(call, workbook);
  const found = tabs.find(({ sheetId }) => sheetId === tab.sheetId);
  if (found && !isUnfinished(found, tab)) return { outcome: 'there', title: found.title };
  if (!found) await add(call, workbook, tab, tabs);
  for (const { start, rows } of rowBatches(tab.rows)) {
    await put(call, workbook, tab.sheetId, start, rows);
    told(start + rows.length);
  }
  const others = tabs.filter(({ sheetId }) => sheetId !== tab.sheetId).map(({ title }) => title);
  const title = freeTitle(tab.title, others);
  await update(call, workbook, [
    { updateSheetProperties: { properties: { sheetId: tab.sheetId, title }, fields: 'title' } },
  ]);
  return { outcome: 'written', title };
}

const isUnfinished = ({ title }: TabDescription, { titleMeanwhile }: NewTab): boolean =>
  title.startsWith(titleMeanwhile);

/** Google refuses a second tab with the same id, so one whose answer was lost is found and not doubled. */
async function add(call: Call, workbook: string, tab: NewTab, tabs: readonly TabDescription[]): Promise<void> {
  const outcome = await tryUpdate(call, workbook, addRequests(tab, tabs));
  if (outcome.ok) return;
  const now = outcome.uncertain ? (await describe(call, workbook)).tabs : [];
  if (!now.some(({ sheetId }) => sheetId === tab.sheetId)) throw call.error(workbook, outcome.failure);
}

/** The grid has its size from the start. */
function addRequests(tab: NewTab, tabs: readonly TabDescription[]): sheets_v4.Schema$Request[] {
  const { sheetId, rows, formats } = tab;
  const title = freeTitle(
    tab.titleMeanwhile,
    tabs.map((other) => other.title),
  );
  const columnCount = widest(rows);
  const gridProperties = { rowCount: Math.max(2, rows.length), columnCount, frozenRowCount: 1 };
  return [
    { addSheet: { properties: { sheetId, title, gridProperties } } },
    ...Object.entries(formats).flatMap(([column, numberFormat]) =>
      Number(column) < columnCount ? [formatColumn(sheetId, Number(column), numberFormat)] : [],
    ),
  ];
}

const widest = (rows: readonly (readonly unknown[])[]): number =>
  rows.reduce((most, row) => Math.max(most, row.length), 1);

const formatColumn = (sheetId: number, column: number, numberFormat: NewTab['formats'][number]) => ({
  repeatCell: {
    range: { sheetId, startRowIndex: 1, startColumnIndex: column, endColumnIndex: column + 1 },
    cell: { userEnteredFormat: { numberFormat } },
    fields: 'userEnteredFormat.numberFormat',
  },
});

/** `RAW`: text is never parsed. Doing it again changes nothing. */
async function put(
  call: Call,
  workbook: string,
  sheetId: number,
  start: number,
  values: readonly (readonly unknown[])[],
): Promise<void> {
  const endColumnIndex = widest(values);
  const rows = { startRowIndex: start, endRowIndex: start + values.length };
  const dataFilter = { gridRange: { sheetId, ...rows, startColumnIndex: 0, endColumnIndex } };
  const requestBody: sheets_v4.Schema$BatchUpdateValuesByDataFilterRequest = {
    valueInputOption: 'RAW',
    data: [{ dataFilter, majorDimension: 'ROWS', values: values.map((row) => [...row]) }],
  };
  await call.body(workbook, {
    figure: 'sheets.writes',
    send: (sheets, http) =>
      sheets.spreadsheets.values.batchUpdateByDataFilter(
        { spreadsheetId: workbook, requestBody, fields: 'totalUpdatedCells' },
        http,
      ),
  });
}

async function update(call: Call, workbook: string, requests: sheets_v4.Schema$Request[]): Promise<void> {
  const outcome = await tryUpdate(call, workbook, requests);
  if (!outcome.ok) throw call.error(workbook, outcome.failure);
}

const tryUpdate = (call: Call, workbook: string, requests: sheets_v4.Schema$Request[]) =>
  call.try(batchUpdate(workbook, requests));
