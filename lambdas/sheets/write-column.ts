import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { JSON_TEXT, jsonText } from '../google/json-text.ts';
import type { ColumnPlace } from '../ports.ts';
import { batchUpdate } from './batch-update.ts';
import type { Call } from './call.ts';
import { CHECK_RANGE, checkRangeRequest } from './check-range.ts';
import { describe } from './describe.ts';

/**
 * Writes cells of one column in one request, `RAW`: text is never parsed. Repeating it changes nothing. The column is
 * addressed by a named range that moves along with it, so a column that is moved after it was read still gets its own
 * cells and no other one does.
 */
export async function writeColumn(
  call: Call,
  workbook: string,
  place: ColumnPlace,
  cells: ReadonlyMap<number, string>,
): Promise<void> {
  if (cells.size === 0) return;
  if (place.range !== 'there') await putRange(call, workbook, place);
  // Where it stood elsewhere the column was moved just now, perhaps once more: the next run sees where to.
  if (place.range === 'elsewhere') return;
  const requestBody = jsonText(columnRequest(cells));
  await call.body(workbook, {
    figure: 'sheets.writes',
    send: (sheets, http) =>
      sheets.spreadsheets.values.batchUpdate(
        { spreadsheetId: workbook, requestBody, fields: 'totalUpdatedCells' },
        { ...http, headers: JSON_TEXT },
      ),
  });
}

/** Once for each workbook, and when the column is another one. A repeat after a lost answer is refused: then it stands. */
async function putRange(call: Call, workbook: string, place: ColumnPlace): Promise<void> {
  const requests = [checkRangeRequest(place)];
  const outcome = await call.try(batchUpdate(workbook, requests));
  if (outcome.ok) return;
  const { checkRange } = await describe(call, workbook);
  if (checkRange?.sheetId !== place.sheetId || checkRange.column !== place.column)
    throw call.error(workbook, outcome.failure);
}

/** From the first row on: `null` leaves a cell alone, `''` clears it. */
export function columnRequest(cells: ReadonlyMap<number, string>): sheets_v4.Schema$BatchUpdateValuesRequest {
  const rows = 1 + [...cells.keys()].reduce((last, row) => Math.max(last, row), 0);
  const values = Array.from({ length: rows }, (_, row) => cells.get(row) ?? null);
  return { valueInputOption: 'RAW', data: [{ range: CHECK_RANGE, majorDimension: 'COLUMNS', values: [values] }] };
}
