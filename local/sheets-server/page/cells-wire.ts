import type { JsonObject } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { cellWire, type Shared } from './cell-wire.ts';
import { choicesOf } from './choices.ts';
import type { AreaWire, CellsWire, CellWire, StyleWire } from './wire.ts';

/** The cells of an area; whatever lies outside of the grid is left out. */
export function cellsWire(workbook: Workbook, sheet: Sheet, area: AreaWire, version: number): CellsWire {
  const styles: StyleWire[] = [];
  const choices: string[][] = [];
  const shared = sharing(workbook, styles, choices);
  const { rowCount, columnCount } = sheet.state;
  // Below the last written row there are only formats of whole columns.
  const endRow = Math.min(area.endRow, sheet.cells.hasColumnFormats ? rowCount : sheet.cells.length);
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

function sharing(workbook: Workbook, styles: StyleWire[], choices: string[][]): Shared {
  const byCss = new Map<string, number>();
  const byRule = new Map<JsonObject, number | undefined>();
  return {
    style(style) {
      if (style.css === '') return undefined;
      const index = byCss.get(style.css) ?? styles.push(style) - 1;
      byCss.set(style.css, index);
      return index;
    },
    choices(rule) {
      if (!byRule.has(rule)) {
        const values = choicesOf(workbook, rule);
        byRule.set(rule, values === undefined ? undefined : choices.push(values) - 1);
      }
      return byRule.get(rule);
    },
  };
}
