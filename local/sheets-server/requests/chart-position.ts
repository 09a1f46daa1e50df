import { invalid } from '../api-error.ts';
import { isObject, type JsonObject, numberOf, objectOf, withoutEmpty } from '../json.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { sheetOf, tidyGridRange } from '../range.ts';

/** Google's own size of a chart in pixels. */
const DEFAULT_SIZE = { widthPixels: 600, heightPixels: 371 };

/** Where a chart stands; only charts over cells are known, none on a sheet of its own. */
export function checkPosition(draft: Workbook, position: JsonObject): { sheet: Sheet; position: JsonObject } {
  const overlay = position.overlayPosition;
  if (!isObject(overlay))
    throw invalid('Must specify overlayPosition; the local server has no charts on a sheet of their own yet.');
  const anchor = objectOf(overlay.anchorCell);
  const sheet = sheetOf(draft, anchor);
  const row = numberOf(anchor.rowIndex) ?? 0;
  const column = numberOf(anchor.columnIndex) ?? 0;
  const { rowCount, columnCount } = sheet.state;
  if (row >= rowCount) throw invalid(`GridCoordinate.rowIndex[${row}] is after last row in grid[${rowCount}]`);
  if (column >= columnCount)
    throw invalid(`GridCoordinate.columnIndex[${column}] is after last column in grid[${columnCount}]`);
  return {
    sheet,
    position: {
      overlayPosition: { ...DEFAULT_SIZE, ...withoutEmpty(overlay), anchorCell: tidyGridRange(anchor) },
    },
  };
}
