import Papa from 'papaparse';
import { asPlainText } from '../import/text-mark.ts';

export type CsvCell = string | number | undefined;

/**
 * Rows as CSV text (RFC 4180, line feeds): a header row and one line a row. Text that a spreadsheet program would run as
 * a formula carries a mark; numbers never do.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [header, ...rows].map((row) =>
    row.map((cell) => (typeof cell === 'string' ? asPlainText(cell) : (cell ?? ''))),
  );
  return `${Papa.unparse(lines, { newline: '\n' })}\n`;
}
