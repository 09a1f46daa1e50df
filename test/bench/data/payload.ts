import { CHECK_AT } from './activity-rows.ts';
import type { Answers } from './payload-server.ts';
import type { BenchWorkbook } from './workbook.ts';

const ROWS_AT_ONCE = 50_000;

/** What `values:batchGetByDataFilter` answers to ingest, without trailing empty cells, as Sheets leaves them out. */
export function payloadOf({ tabs }: BenchWorkbook): Buffer {
  const ranges = Object.values(tabs).map((rows, index) => {
    const filter = JSON.stringify([{ gridRange: { sheetId: index + 1 } }]);
    return [Buffer.from(`{"valueRange":{"values":[`), ...rowBytes(rows), Buffer.from(`]},"dataFilters":${filter}}`)];
  });
  const parts = ranges.flatMap((range, index) => (index === 0 ? range : [Buffer.from(','), ...range]));
  return Buffer.concat([Buffer.from('{"valueRanges":['), ...parts, Buffer.from(']}')]);
}

/** In pieces: the text of a million rows is longer than a string may be. */
function* rowBytes(rows: readonly (readonly unknown[])[]): Generator<Buffer> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const piece = rows.slice(start, start + ROWS_AT_ONCE).map((row) => {
      const filled = row.slice(0, row.findLastIndex((cell) => cell !== '' && cell !== undefined) + 1);
      return JSON.stringify(filled);
    });
    yield Buffer.from(`${start === 0 ? '' : ','}${piece.join(',')}`);
  }
}

/** What `spreadsheets.get` answers to ingest; the range of the Check column is there once verdicts were written. */
function descriptionBytes({ description }: BenchWorkbook): Buffer {
  const { title, locale, timeZone } = description;
  const sheets = description.tabs.map(({ sheetId, title: name, rowCount, columnCount }) => ({
    properties: { sheetId, title: name, gridProperties: { rowCount, columnCount } },
  }));
  const range = { sheetId: description.tabs[0]?.sheetId, startColumnIndex: CHECK_AT };
  const namedRanges = [{ namedRangeId: 'leadsheetcheck', name: 'leadsheet_check', range }];
  return Buffer.from(JSON.stringify({ properties: { title, locale, timeZone }, sheets, namedRanges }));
}

/** Everything that a payload server says of a workbook. */
export const answersOf = (workbook: BenchWorkbook): Answers => ({
  description: descriptionBytes(workbook),
  payload: payloadOf(workbook),
});
