/**
 * Rows of text as spreadsheets put them on the clipboard: tabs between cells, lines between rows, a cell with either of
 * them in double quotes.
 */
export function parseTabSeparated(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  const end = text.replace(/(\r\n|\r|\n)$/, '');
  while (cell.lastIndex <= end.length) {
    const match = cell.exec(end);
    if (match === null) break;
    const [, quoted, plain = '', mark] = match;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (mark === '\t') continue;
    rows.push(row);
    row = [];
    if (mark === '') break;
  }
  return rows;
}

export const formatTabSeparated = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(quoteCell).join('\t')).join('\n');

const quoteCell = (text: string): string => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
