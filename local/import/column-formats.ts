import { isoOf } from '../../lambdas/domain/days/day.ts';
import type { FileCell } from '../sheets-server/workbook-file.ts';
import type { StaysDate } from './dates-in-one-way.ts';
import type { NumberFormat, TypedCell } from './type-cell.ts';

const isTime = (format: NumberFormat | undefined): boolean => /^(DATE|TIME|DATE_TIME)$/.test(format?.type ?? '');

interface Column {
  numbers: number;
  formats: Map<string, { format: NumberFormat; count: number }>;
  /** Cells that hold a date, with the text that stood there when it is known. */
  dates: { row: number; text: string | undefined /** a time without a day */; time: boolean }[];
}

/**
 * A tab carries one number format a column, while each cell of a file has its own: what most numbers of a column are
 * decides. In a column that is not one of dates a date goes back to text, since a bare 46342 would mean nothing; in a
 * column of dates a plain number becomes text, since it would read as a day of 1900.
 */
export class ColumnFormats {
  readonly #columns = new Map<number, Column>();

  note(row: number, column: number, cell: TypedCell, text?: string): void {
    if (typeof cell.value !== 'number') return;
    let noted = this.#columns.get(column);
    if (!noted) {
      noted = { numbers: 0, formats: new Map(), dates: [] };
      this.#columns.set(column, noted);
    }
    noted.numbers++;
    const format = cell.numberFormat;
    if (!format) return;
    const key = `${format.type} ${format.pattern}`;
    const seen = noted.formats.get(key);
    if (seen) seen.count++;
    else noted.formats.set(key, { format, count: 1 });
    if (isTime(format)) noted.dates.push({ row, text, time: format.type === 'TIME' });
  }

  /** What stood in the cells of a column that became dates. */
  dateTexts(column: number): string[] {
    return (this.#columns.get(column)?.dates ?? []).flatMap(({ text }) => text ?? []);
  }

  /** Mends the cells that do not fit their column, and returns the formats by column. */
  settle(rows: FileCell[][], staysDate: StaysDate = () => true): Record<number, NumberFormat> {
    const formats: Record<number, NumberFormat> = {};
    for (const [column, noted] of this.#columns) {
      const dated = noted.dates.length * 2 > noted.numbers;
      if (dated) this.#plainNumbersToText(rows, column, noted);
      datesToText(rows, column, noted.dates, dated ? staysDate : undefined);
      const best = [...noted.formats.values()]
        .filter(({ format }) => isTime(format) === dated)
        .reduce<{ format: NumberFormat; count: number } | undefined>(
          (most, one) => (most && most.count >= one.count ? most : one),
          undefined,
        );
      if (best && (dated || best.count * 2 > noted.numbers)) formats[column] = best.format;
    }
    return formats;
  }

  #plainNumbersToText(rows: FileCell[][], column: number, noted: Column): void {
    if (noted.dates.length === noted.numbers) return;
    const dates = new Set(noted.dates.map(({ row }) => row));
    rows.forEach((cells, row) => {
      if (typeof cells[column] === 'number' && !dates.has(row)) cells[column] = String(cells[column]);
    });
  }
}

function datesToText(rows: FileCell[][], column: number, dates: Column['dates'], stays: StaysDate | undefined): void {
  for (const { row, text, time } of dates) {
    const cells = rows[row];
    const value = cells?.[column];
    if (!cells || typeof value !== 'number') continue;
    if (stays && (text === undefined || time || stays(text, value))) continue;
    cells[column] = text ?? isoOf(Math.floor(value));
  }
}
