import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Call } from './call.ts';

/** A gap of more cells than this is cheaper as a range of its own than as nulls. */
const WIDEST_GAP = 200;

/** Writes cells of one column in one request, `RAW`: text is never parsed. Repeating it changes nothing. */
export async function writeColumn(
  call: Call,
  workbook: string,
  sheetId: number,
  column: number,
  cells: ReadonlyMap<number, string>,
): Promise<void> {
  if (cells.size === 0) return;
  const requestBody = columnRequest(sheetId, column, cells);
  await call.body(workbook, {
    figure: 'sheets.writes',
    send: (sheets, http) =>
      sheets.spreadsheets.values.batchUpdateByDataFilter(
        { spreadsheetId: workbook, requestBody, fields: 'totalUpdatedCells' },
        http,
      ),
  });
}

/** One range a cluster of rows; `null` inside it leaves a cell alone, `''` clears it. */
export function columnRequest(
  sheetId: number,
  column: number,
  cells: ReadonlyMap<number, string>,
): sheets_v4.Schema$BatchUpdateValuesByDataFilterRequest {
  const rows = [...cells.keys()].sort((one, other) => one - other);
  const clusters: { start: number; values: (string | null)[] }[] = [];
  for (const row of rows) {
    const last = clusters.at(-1);
    const gap = last === undefined ? Number.POSITIVE_INFINITY : row - (last.start + last.values.length);
    const value = cells.get(row) ?? '';
    if (last === undefined || gap > WIDEST_GAP) clusters.push({ start: row, values: [value] });
    else last.values.push(...Array<null>(gap).fill(null), value);
  }
  return {
    valueInputOption: 'RAW',
    data: clusters.map(({ start, values }) => ({
      dataFilter: {
        gridRange: {
          sheetId,
          startRowIndex: start,
          endRowIndex: start + values.length,
          startColumnIndex: column,
          endColumnIndex: column + 1,
        },
      },
      majorDimension: 'COLUMNS',
      values: [values],
    })),
  };
}
