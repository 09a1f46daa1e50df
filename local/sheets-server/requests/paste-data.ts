import { invalid } from '../api-error.ts';
import { enterText } from '../enter-text.ts';
import { stringOf } from '../json.ts';
import { gridCoordinate } from '../range.ts';
import { htmlTable } from './html-table.ts';
import { requestKind } from './request-kind.ts';
import { requireObject, requireString } from './require.ts';

/** Text with a delimiter, or a table of HTML, is typed into cells from the coordinate on; a line break begins the next row. */
export const pasteData = requestKind({
  name: 'pasteData',
  check(draft, request) {
    const data = stringOf(request.data) ?? '';
    const rows = request.html === true ? htmlTable(data) : splitText(data, requireString(request, 'delimiter'));
    const coordinate = gridCoordinate(draft, requireObject(request, 'coordinate'));
    const { sheet, row: startRow, column: startColumn } = coordinate;
    const { rowCount, columnCount } = sheet.state;
    const width = Math.max(0, ...rows.map((row) => row.length));
    if (startRow + rows.length > rowCount || startColumn + width > columnCount)
      throw invalid('The pasted cells do not fit into the grid.');
    return { sheet, startRow, startColumn, rows };
  },
  apply(draft, { sheet, startRow, startColumn, rows }) {
    for (const [offset, row] of rows.entries())
      for (const [index, text] of row.entries()) enterText(draft, sheet, startRow + offset, startColumn + index, text);
    return {};
  },
});

/** Fields may stand in quotes, with quotes inside doubled. */
function splitText(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; at <= text.length; ) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(text.slice(at));
    const end = quoted ? at + quoted[0].length : endOfField(text, at, delimiter);
    row.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : text.slice(at, end));
    if (text.startsWith(delimiter, end)) at = end + delimiter.length;
    else {
      rows.push(row);
      row = [];
      at = end + (text.startsWith('\r\n', end) ? 2 : 1);
      // A last line break ends the last row and begins none.
      if (at === text.length) break;
    }
  }
  return rows;
}

function endOfField(text: string, from: number, delimiter: string): number {
  const ends = [delimiter, '\r\n', '\n'].map((mark) => text.indexOf(mark, from)).filter((index) => index >= 0);
  return Math.min(text.length, ...ends);
}
