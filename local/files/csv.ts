import Papa from 'papaparse';

export type CsvCell = string | number | undefined;

/** Rows as CSV text (RFC 4180, line feeds): a header row and one line a row. */
export function csvOf(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [header, ...rows].map((row) => row.map((cell) => cell ?? ''));
  return `${Papa.unparse(lines, { newline: '\n' })}\n`;
}
