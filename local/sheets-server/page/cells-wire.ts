import { cellLooks } from '../conditional-format/cell-looks.ts';
import type { JsonObject } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { cellBorders } from './cell-borders.ts';
import { cellWire, type Shared } from './cell-wire.ts';
import { choicesOf } from './choices.ts';
import type { AreaWire, CellsWire, CellWire, StyleWire } from './wire.ts';

/** The cells of an area; whatever lies outside of the grid is left out. `has` tells whether a workbook is on this server. */
export function cellsWire(
  workbook: Workbook,
  sheet: Sheet,
  area: AreaWire,
  version: number,
  has: (spreadsheetId: string) => boolean,
): CellsWire {
  const styles: StyleWire[] = [];
  const choices: string[][] = [];
  const shared = sharing(workbook, sheet, styles, choices, has);
  const { rowCount, columnCount } = sheet.state;
  // Below the last written row there are only formats of whole columns, bands and conditional formats.
  const written = sheet.cells.hasColumnFormats ? rowCount : Math.max(sheet.cells.length, shared.looks.rows);
  const endRow = Math.min(area.endRow, written);
  const endColumn = Math.min(area.endColumn, columnCount);
  const rows: (CellWire | null)[][] = [];
  for (let row = area.startRow; row < endRow; row += 1) {
    const cells: (CellWire | null)[] = [];
    let length = 0;
    for (let column = area.startColumn; column < endColumn; column += 1) {
      const cell = cellWire(workbook, sheet, row, column, shared);
      cells.push(cell);
      if (cell !== null) length = cells.length;
    }
    cells.length = length;
    rows.push(cells);
  }
  return { version, rows, styles, choices };
}

function sharing(
  workbook: Workbook,
  sheet: Sheet,
  styles: StyleWire[],
  choices: string[][],
  has: Shared['has'],
): Shared {
  const byLook = new Map<string, number>();
  const byRule = new Map<JsonObject, number | undefined>();
  return {
    looks: cellLooks(workbook, sheet),
    borders: cellBorders(sheet),
    has,
    style(style) {
      const key = style.clip === true ? `${style.css};clip` : style.css;
      if (key === '') return undefined;
      const index = byLook.get(key) ?? styles.push(style) - 1;
      byLook.set(key, index);
      return index;
    },
    choices(rule) {
      if (!byRule.has(rule)) {
        const values = choicesOf(workbook, sheet, rule);
        byRule.set(rule, values === undefined ? undefined : choices.push(values) - 1);
      }
      return byRule.get(rule);
    },
  };
}
