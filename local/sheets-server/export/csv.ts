import { type Rendering, renderCell } from '../cell-view.ts';
import type { Workbook } from '../model/workbook.ts';

const SHOWN: Rendering = { value: 'FORMATTED_VALUE', dateTime: 'SERIAL_NUMBER' };

/** What the first visible tab shows, one line a row up to the last row and column that show anything. */
export function csvOf(workbook: Workbook, delimiter: string): string {
  const sheet = workbook.sheets.find(({ state }) => state.properties.hidden !== true);
  if (sheet === undefined) return '';
  const rows: string[][] = [];
  let width = 0;
  let height = 0;
  for (let row = 0; row < sheet.cells.length; row += 1) {
    const line: string[] = [];
    for (let column = 0; column < sheet.cells.width(row); column += 1) {
      const text = String(renderCell(workbook, sheet, row, column, SHOWN));
      line.push(text);
      if (text === '') continue;
      width = Math.max(width, column + 1);
      height = row + 1;
    }
    rows.push(line);
  }
  const written = rows
    .slice(0, height)
    .map((line) => Array.from({ length: width }, (_, column) => field(line[column] ?? '', delimiter)).join(delimiter));
  return written.join('\r\n');
}

/** In quotes where it would be read as several. Tab-separated values have none: a tab or line break becomes a space. */
function field(text: string, delimiter: string): string {
  if (delimiter === '\t') return text.replace(/[\t\r\n]+/g, ' ');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
