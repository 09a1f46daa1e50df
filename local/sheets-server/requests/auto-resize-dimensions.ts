import { type Rendering, renderCell } from '../cell-view.ts';
import { objectOf } from '../json.ts';
import { DEFAULT_COLUMN_PIXELS, type Sheet } from '../model/sheet.ts';
import type { Workbook } from '../model/workbook.ts';
import { dimensionRange } from './dimension-range.ts';
import { requestKind } from './request-kind.ts';

const SHOWN: Rendering = { value: 'FORMATTED_VALUE', dateTime: 'SERIAL_NUMBER' };
const PIXELS_A_CHARACTER = 0.68;
const ROOM = 8;

/** Nothing is drawn here, so a column's width is estimated from its longest line of text and the size of the font. */
export const autoResizeDimensions = requestKind({
  name: 'autoResizeDimensions',
  check: (draft, request) => dimensionRange(draft, request, 'dimensions'),
  apply(draft, { sheet, dimension, start, end }) {
    const { state } = sheet;
    const next = new Map(dimension === 'ROWS' ? state.rowMetadata : state.columnMetadata);
    for (let index = start; index < end; index += 1) {
      const { pixelSize: _, ...rest } = next.get(index) ?? {};
      const width = dimension === 'ROWS' ? undefined : widest(draft, sheet, index);
      const properties = width === undefined ? rest : { ...rest, pixelSize: width };
      if (Object.keys(properties).length === 0) next.delete(index);
      else next.set(index, properties);
    }
    if (dimension === 'ROWS') state.rowMetadata = next;
    else state.columnMetadata = next;
    return {};
  },
});

/** Undefined for a column that shows nothing: it keeps the default width. */
function widest(workbook: Workbook, sheet: Sheet, column: number): number | undefined {
  let width = 0;
  for (let row = 0; row < sheet.cells.length; row += 1) {
    const text = String(renderCell(workbook, sheet, row, column, SHOWN));
    if (text === '') continue;
    const { fontSize, bold } = objectOf(sheet.cells.format(row, column)?.textFormat);
    const points = typeof fontSize === 'number' ? fontSize : 10;
    const longest = Math.max(...text.split('\n').map((line) => line.length));
    width = Math.max(width, longest * points * PIXELS_A_CHARACTER * (bold === true ? 1.1 : 1) + ROOM);
  }
  const rounded = Math.max(Math.round(width), 21);
  return width === 0 || rounded === DEFAULT_COLUMN_PIXELS ? undefined : rounded;
}
