import { invalid } from '../api-error.ts';
import { shiftReferences } from '../formula/shift-references.ts';
import { isObject, type JsonObject } from '../json.ts';
import { isFormula } from '../model/cell.ts';
import type { Workbook } from '../model/workbook.ts';
import { gridRange, type Range } from '../range.ts';
import { type Dimension, requireDimension } from './dimension-range.ts';
import { filled } from './fill-series.ts';
import { rowsFrom } from './insert-range.ts';
import { takeRows, writeRows } from './range-rows.ts';
import { requestKind } from './request-kind.ts';
import { requireNumber, requireObject } from './require.ts';

interface Fill {
  readonly source: Range;
  readonly dimension: Dimension;
  /** Rows or columns; negative upwards or to the left. */
  readonly length: number;
}

export const autoFill = requestKind({
  name: 'autoFill',
  check(draft, request): Fill {
    const fill = isObject(request.sourceAndDestination)
      ? given(draft, request.sourceAndDestination)
      : found(gridRange(draft, requireObject(request, 'range')));
    const { source, dimension, length } = fill;
    const end = (dimension === 'ROWS' ? source.endRow : source.endColumn) + Math.max(0, length);
    const start = (dimension === 'ROWS' ? source.startRow : source.startColumn) + Math.min(0, length);
    const { rowCount, columnCount } = source.sheet.state;
    if (start < 0 || end > (dimension === 'ROWS' ? rowCount : columnCount))
      throw invalid('The filled cells do not fit into the grid.');
    return fill;
  },
  apply(draft, { source, dimension, length }) {
    const cells = takeRows(source, rowsFrom(source.startRow, source.endRow));
    const lines =
      dimension === 'COLUMNS' ? cells : (cells[0] ?? []).map((_, at) => cells.flatMap((row) => row[at] ?? []));
    const size = dimension === 'ROWS' ? source.endRow - source.startRow : source.endColumn - source.startColumn;
    const indexes = length > 0 ? rowsFrom(size, size + length) : rowsFrom(length, 0);
    for (const [line, sourceLine] of lines.entries()) {
      for (const index of indexes) {
        const cell = filled(sourceLine, index, draft.state.locale);
        if (cell === undefined) continue;
        const [down, across] = dimension === 'ROWS' ? [index, line] : [line, index];
        const by = index - (((index % size) + size) % size);
        const value = isFormula(cell.value)
          ? {
              formula: shiftReferences(
                cell.value.formula,
                dimension === 'ROWS' ? by : 0,
                dimension === 'ROWS' ? 0 : by,
              ),
            }
          : cell.value;
        const at = { ...source, startRow: source.startRow + down, startColumn: source.startColumn + across };
        writeRows(at, [[{ ...cell, value }]]);
      }
    }
    return {};
  },
});

function given(draft: Workbook, json: JsonObject): Fill {
  const source = gridRange(draft, requireObject(json, 'source'), 'sourceAndDestination.source');
  return { source, dimension: requireDimension(json), length: requireNumber(json, 'fillLength') };
}

/** The part of the range that holds data, filled over the rest of it: downwards if it can, else to the right. */
function found(range: Range): Fill {
  const { sheet, startRow, endRow, startColumn, endColumn } = range;
  const holds = (row: number, column: number) => sheet.cells.value(row, column) !== undefined;
  const columns = rowsFrom(startColumn, endColumn);
  const rows = rowsFrom(startRow, endRow);
  const lastRow = rows.findLast((row) => columns.some((column) => holds(row, column)));
  const lastColumn = columns.findLast((column) => rows.some((row) => holds(row, column)));
  if (lastRow === undefined || lastColumn === undefined) throw invalid('The range holds nothing to fill with.');
  if (lastRow + 1 < endRow)
    return { source: { ...range, endRow: lastRow + 1 }, dimension: 'ROWS', length: endRow - lastRow - 1 };
  return { source: { ...range, endColumn: lastColumn + 1 }, dimension: 'COLUMNS', length: endColumn - lastColumn - 1 };
}
