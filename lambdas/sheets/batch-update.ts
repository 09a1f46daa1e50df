import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Job } from '../google/attempt.ts';

/** One atomic `spreadsheets.batchUpdate`; of the answer only the id is asked for. */
export const batchUpdate = (workbook: string, requests: sheets_v4.Schema$Request[]): Job<sheets_v4.Sheets> => ({
  figure: 'sheets.writes',
  send: (sheets, http) =>
    sheets.spreadsheets.batchUpdate(
      { spreadsheetId: workbook, requestBody: { requests }, fields: 'spreadsheetId' },
      http,
    ),
});
