import type { CellStyle, Cell as ExcelCell, SheetProtection } from 'hucre';
import { arrayOf, type JsonObject, objectOf } from '../../json.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Workbook } from '../../model/workbook.ts';
import { gridRange } from '../../range.ts';
import type { Cells } from './cells.ts';

/** Cells that are unlocked at most: an open range would fill the file with empty ones. */
const MOST_UNLOCKED = 100_000;
const UNLOCKED = { locked: false };

/**
 * A tab that is protected as a whole, without a password, so that it keeps people from mistakes only. Excel has no
 * protection of a part of an open sheet, and none that merely warns.
 */
export function protectionOf(sheet: Sheet): SheetProtection | undefined {
  const protectedBy = wholeProtection(sheet);
  return protectedBy === undefined
    ? undefined
    : { sheet: true, autoFilter: true, formatColumns: true, formatRows: true };
}

/** Unlocks the cells that stay open on a protected tab. */
export function unlock(workbook: Workbook, sheet: Sheet, { cells, columnStyles }: Cells): void {
  let left = MOST_UNLOCKED;
  const looks = new Map<CellStyle | undefined, CellStyle>();
  const unlocked = (style: CellStyle | undefined): CellStyle => {
    const look = looks.get(style) ?? { ...style, protection: UNLOCKED };
    looks.set(style, look);
    return look;
  };
  for (const json of arrayOf(wholeProtection(sheet)?.unprotectedRanges)) {
    const range = gridRange(workbook, objectOf(json));
    for (let row = range.startRow; row < range.endRow && left > 0; row += 1)
      for (let column = range.startColumn; column < range.endColumn && left > 0; column += 1, left -= 1) {
        const key = `${row},${column}`;
        const cell: Partial<ExcelCell> = cells.get(key) ?? {};
        cells.set(key, { ...cell, style: unlocked(cell.style ?? columnStyles.get(column)) });
      }
  }
}

const wholeProtection = (sheet: Sheet): JsonObject | undefined =>
  sheet
    .list('protectedRanges')
    .find(
      ({ warningOnly, range }) =>
        warningOnly !== true && Object.keys(objectOf(range)).every((key) => key === 'sheetId'),
    );
