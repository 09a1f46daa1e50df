import type { CellFormat } from '../model/cell.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Dimension } from './dimension-range.ts';

/** New rows or columns look like their neighbour and take its data validation. */
export function inheritFormats(
  sheet: Sheet,
  dimension: Dimension,
  start: number,
  end: number,
  neighbour: number,
): void {
  const { cells } = sheet;
  if (dimension === 'ROWS') {
    const source = cells.row(neighbour);
    if (source === undefined) return;
    const width = Math.max(source.formats?.length ?? 0, source.extras?.length ?? 0);
    for (let row = start; row < end; row += 1)
      for (let column = 0; column < width; column += 1)
        copy(sheet, row, column, source.formats?.[column], source.extras?.[column]?.dataValidation);
    return;
  }
  for (let row = 0; row < cells.length; row += 1) {
    const format = cells.format(row, neighbour);
    const validation = cells.extras(row, neighbour)?.dataValidation;
    for (let column = start; column < end; column += 1) copy(sheet, row, column, format, validation);
  }
}

function copy(
  sheet: Sheet,
  row: number,
  column: number,
  format: CellFormat | undefined,
  validation: CellFormat[string],
): void {
  if (format !== undefined) sheet.cells.setFormat(row, column, format);
  if (validation !== undefined) sheet.cells.setExtras(row, column, { dataValidation: validation });
}
