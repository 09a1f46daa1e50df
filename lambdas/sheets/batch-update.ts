import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Job } from '../google/attempt.ts';
import { JSON_TEXT, jsonText } from '../google/json-text.ts';

/** One atomic `spreadsheets.batchUpdate`; of the answer only the id is asked for. */
export function batchUpdate(workbook: string, requests: sheets_v4.Schema$Request[]): Job<sheets_v4.Sheets> {
  const requestBody = jsonText<sheets_v4.Schema$BatchUpdateSpreadsheetRequest>({ requests });
  return {
    figure: 'sheets.writes',
    send: (sheets, http) =>
      sheets.spreadsheets.batchUpdate(
        { spreadsheetId: workbook, requestBody, fields: 'spreadsheetId' },
        { ...http, headers: JSON_TEXT },
      ),
  };
}
