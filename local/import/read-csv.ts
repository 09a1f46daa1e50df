import Papa from 'papaparse';
import type { FileCell, TabFile } from '../sheets-server/workbook-file.ts';
import { ColumnFormats } from './column-formats.ts';
import { datesInOneWay } from './dates-in-one-way.ts';
import { detectDelimiter } from './detect-delimiter.ts';
import { ImportError } from './import-error.ts';
import { MAX_CELLS } from './limits.ts';
import { typeCell } from './type-cell.ts';

interface CsvOptions {
  readonly name: string;
  readonly locale: string;
  readonly maxCells?: number;
}

/** RFC 4180 text, whatever its line ends and whichever of `,` `;` tab it uses, as one tab `Activity`. */
export function readCsv(source: string, { name, locale, maxCells = MAX_CELLS }: CsvOptions): TabFile {
  const { text, delimiter } = prepare(source);
  if (/^\s*$/.test(text.slice(0, 10_000)) && text.trim() === '') {
    throw new ImportError(`${name} is empty. A file needs at least a row of headers.`);
  }
  const rows: FileCell[][] = [];
  const formats = new ColumnFormats();
  let width = 0;

  const take = (fields: string[]): void => {
    const cells: FileCell[] = [];
    fields.forEach((field, column) => {
      const cell = typeCell(field, locale);
      cells.push(cell.value);
      formats.note(rows.length, column, cell, field);
    });
    while (cells.length > 0 && cells.at(-1) === null) cells.pop();
    rows.push(cells);
    width = Math.max(width, cells.length);
    if (cells.length > 0 && rows.length * width > maxCells) {
      throw new ImportError(
        `${name} has more than ${maxCells.toLocaleString('en')} cells, the limit of Google Sheets. Split it by date.`,
      );
    }
  };

  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    // Row by row, so that neither all fields stand beside all cells, nor too long a file is read to its end.
    step: ({ data, errors }) => {
      const broken = errors.find((error) => error.type === 'Quotes');
      if (broken) throw badQuotes(name, rows.length + 1, broken.code);
      take(data);
    },
  });
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  const staysDate = datesInOneWay(rows, (column) => formats.dateTexts(column), locale);
  return { title: 'Activity', rows, formats: formats.settle(rows, staysDate), frozenRows: 1 };
}

/** One kind of line end, also inside quotes (as in Sheets); Excel's `sep=;` line is an instruction, not a row. */
function prepare(source: string): { text: string; delimiter: string } {
  const text = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
  const told = /^sep=([,;\t])\n/.exec(text);
  return told?.[1]
    ? { text: text.slice(told[0].length), delimiter: told[1] }
    : { text, delimiter: detectDelimiter(text) };
}

const badQuotes = (name: string, row: number, code: string): ImportError =>
  new ImportError(
    code === 'MissingQuotes'
      ? `${name}: row ${row} opens a quoted cell (") that is never closed. Close it, or double the quote ("").`
      : `${name}: row ${row} has text after a closing quote ("). Double the quotes inside a cell ("").`,
  );
