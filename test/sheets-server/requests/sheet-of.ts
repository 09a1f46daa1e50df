import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { BOOK, running } from '../support.ts';

type Cell = string | number | boolean | null;

/** A server with one workbook of one empty tab (id 0), and short ways to change it and to look at it. */
export async function oneTab() {
  const { server, api } = await running();
  const spreadsheetId = 'book';
  const reset = () => void server.addWorkbook({ ...BOOK, tabs: [{ title: 'T', rows: [] }] });
  reset();
  return {
    server,
    api,
    reset,
    type: (range: string, values: readonly (readonly Cell[])[]) => server.typeInto(spreadsheetId, range, values),
    batch: async (...requests: sheets_v4.Schema$Request[]) =>
      (await api.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } })).data.replies ?? [],
    /** Values of a range; formulas as they are written. */
    values: async (range: string) =>
      (await api.spreadsheets.values.get({ spreadsheetId, range, valueRenderOption: 'FORMULA' })).data.values,
    describe: async (fields: string) => (await api.spreadsheets.get({ spreadsheetId, fields })).data,
  };
}

/** `grid(0, 2, 0, 1)`: rows 1 and 2 of column A. */
export const grid = (startRowIndex: number, endRowIndex: number, startColumnIndex: number, endColumnIndex: number) => ({
  sheetId: 0,
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
});
